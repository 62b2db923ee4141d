package io.github.papersluice.text.links;

import io.github.papersluice.model.LinkKind;
import java.util.Set;

/**
 * What a path on Hugging Face leads to. Models are at {@code /OWNER/NAME}, the other repositories
 * below a first segment of their own (Hugging Face Hub documentation, "Repositories").
 */
final class HuggingFaceUrl {
  /** First segments under which the site serves pages of its own, by its navigation in 2025. */
  private static final Set<String> PAGES =
      Set.of(
          ("api blog chat classroom contact-sales docs enterprise front inference inference-api"
                  + " inference-endpoints inference-playground join jobs languages learn login"
                  + " metrics models new notifications oauth organizations papers playground posts"
                  + " pricing privacy public search settings shop static storage support tasks"
                  + " terms-of-service transformers welcome")
              .split(" "));

  /** Second segments that are tabs of an account. */
  private static final Set<String> TABS =
      Set.of("activity", "collections", "datasets", "followers", "models", "papers", "spaces");

  private HuggingFaceUrl() {}

  static LinkTarget target(String host, UrlSegments path) {
    String first = path.get(0);
    if (host.endsWith(".hf.space")) {
      // ada-lovelace-engine.hf.space: nothing tells where the owner ends.
      return new LinkTarget(LinkKind.HUGGING_FACE_SPACE, null, null);
    }
    if (first == null || PAGES.contains(first)) {
      return new LinkTarget(LinkKind.HUGGING_FACE, null, null);
    }
    return switch (first) {
      case "datasets" -> below(LinkKind.HUGGING_FACE_DATASET, path);
      case "spaces" -> below(LinkKind.HUGGING_FACE_SPACE, path);
      case "collections" -> below(LinkKind.HUGGING_FACE_COLLECTION, path);
      default -> modelOrAccount(path);
    };
  }

  /** {@code /datasets/OWNER/NAME}; {@code /datasets/NAME} of the first years had no owner. */
  private static LinkTarget below(LinkKind kind, UrlSegments path) {
    return switch (path.count()) {
      case 1 -> new LinkTarget(LinkKind.HUGGING_FACE, null, null);
      case 2 ->
          kind == LinkKind.HUGGING_FACE_DATASET
              ? new LinkTarget(kind, null, path.get(1))
              : new LinkTarget(kind, path.get(1), null);
      default -> new LinkTarget(kind, path.get(1), path.get(2));
    };
  }

  private static LinkTarget modelOrAccount(UrlSegments path) {
    String name = path.get(1);
    return name == null || TABS.contains(name)
        ? new LinkTarget(LinkKind.HUGGING_FACE_ACCOUNT, path.get(0), null)
        : new LinkTarget(LinkKind.HUGGING_FACE_MODEL, path.get(0), name);
  }
}
