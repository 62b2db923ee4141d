package io.github.papersluice.text.links;

import io.github.papersluice.model.LinkKind;
import java.util.Locale;
import java.util.Set;

/** The repository that a path names on a host of code other than GitHub. */
final class CodeHostUrl {
  private static final LinkTarget UNNAMED = new LinkTarget(LinkKind.CODE_HOST, null, null);

  /** First segments of GitLab's own pages ("Reserved project and group names" in its docs). */
  private static final Set<String> GITLAB_PAGES =
      Set.of("-", "api", "explore", "groups", "help", "search", "snippets", "users");

  /** What follows a project's name in GitLab's URLs from before its routes began with a dash. */
  private static final Set<String> GITLAB_ROUTES =
      Set.of(
          ("blame blob branches commit commits issues merge_requests pipelines raw releases tags"
                  + " tree wikis")
              .split(" "));

  private CodeHostUrl() {}

  static LinkTarget target(String host, UrlSegments path) {
    LinkTarget target =
        switch (host) {
          case "anonymous.4open.science" -> anonymous(path);
          case "bitbucket.org", "codeberg.org", "gitee.com" ->
              LinkTarget.ownerAndName(LinkKind.CODE_HOST, path);
          default -> host.startsWith("gitlab.") ? gitLab(path) : sourceForge(host, path);
        };
    return withoutDotGit(target);
  }

  /** {@code /r/NAME}, {@code /repository/NAME}: the owner is hidden from reviewers. */
  private static LinkTarget anonymous(UrlSegments path) {
    return new LinkTarget(LinkKind.CODE_HOST, null, path.get(1));
  }

  /** {@code /GROUP/SUBGROUP/NAME}: groups nest, and {@code /-/} ends the project's path. */
  private static LinkTarget gitLab(UrlSegments path) {
    if (path.count() == 0 || GITLAB_PAGES.contains(path.get(0).toLowerCase(Locale.ROOT))) {
      return UNNAMED;
    }
    int end = path.indexOf("-", 1);
    for (int i = 2; i < end; i++) {
      end = GITLAB_ROUTES.contains(path.get(i)) ? i : end;
    }
    return end == 1
        ? new LinkTarget(LinkKind.CODE_HOST, path.get(0), null)
        : new LinkTarget(LinkKind.CODE_HOST, path.join(0, end - 1), path.get(end - 1));
  }

  /** {@code sourceforge.net/projects/NAME}, {@code sourceforge.net/p/NAME} or its own host. */
  private static LinkTarget sourceForge(String host, UrlSegments path) {
    String first = path.get(0);
    if (host.endsWith(".sourceforge.net")) {
      String name = host.substring(0, host.length() - ".sourceforge.net".length());
      return new LinkTarget(LinkKind.CODE_HOST, null, name);
    }
    boolean project = "projects".equals(first) || "p".equals(first);
    return project ? new LinkTarget(LinkKind.CODE_HOST, null, path.get(1)) : UNNAMED;
  }

  private static LinkTarget withoutDotGit(LinkTarget target) {
    String name = target.name();
    return name != null && name.length() > 4 && name.endsWith(".git")
        ? new LinkTarget(target.kind(), target.owner(), name.substring(0, name.length() - 4))
        : target;
  }
}
