package io.github.papersluice.text.links;

import io.github.papersluice.model.LinkKind;

/**
 * What a URL leads to, by its host and path.
 *
 * @param kind of the page
 * @param owner the account or groups that the path names, as written, or null
 * @param name the repository that the path names, as written, or null
 */
record LinkTarget(LinkKind kind, String owner, String name) {

  /**
   * The target of a URL on any host but {@code github.com}, whose paths {@link GitHubUrl} reads.
   *
   * @param host in lower case
   * @param rest what follows it: port, path, query
   */
  static LinkTarget of(String host, String rest) {
    LinkKind kind = Host.kind(host);
    String bare = Host.withoutWww(host);
    return switch (kind) {
      case HUGGING_FACE -> HuggingFaceUrl.target(bare, UrlSegments.of(rest));
      case CODE_HOST -> CodeHostUrl.target(bare, UrlSegments.of(rest));
      case GITHUB_GIST -> ownerAndName(kind, UrlSegments.of(rest));
      default -> new LinkTarget(kind, null, null);
    };
  }

  /**
   * What is left of the target where the text marks the URL as cut ({@code github.com/ada/en...}):
   * a name at the end of the path is a part of one.
   */
  LinkTarget cutAtTheEndOf(String rest) {
    String last = name == null ? owner : name;
    if (last == null || !rest.endsWith(last)) {
      return this;
    }
    return switch (kind) {
      case GITHUB_REPOSITORY, GITHUB_ACCOUNT -> new LinkTarget(LinkKind.OTHER, null, null);
      case HUGGING_FACE_MODEL, HUGGING_FACE_ACCOUNT ->
          new LinkTarget(LinkKind.HUGGING_FACE, null, null);
      default -> new LinkTarget(kind, null, null);
    };
  }

  /** {@code /OWNER/NAME}, the form of most hosts. */
  static LinkTarget ownerAndName(LinkKind kind, UrlSegments path) {
    return new LinkTarget(kind, path.get(0), path.get(1));
  }
}
