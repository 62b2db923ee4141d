package io.github.papersluice.text.links;

import io.github.papersluice.model.LinkKind;

/** What is known of hosts by their names, which are in lower case here. */
final class Host {
  private Host() {}

  static boolean isGitHub(String host) {
    return host.equals("github.com") || host.equals("www.github.com");
  }

  /** GitHub's hosts work without {@code www.}, which is kept out of their URLs. */
  static String withoutGitHubWww(String host) {
    boolean gitHub =
        isGitHub(host) || host.endsWith(".github.io") || host.equals("www.gist.github.com");
    return gitHub ? withoutWww(host) : host;
  }

  static String withoutWww(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  /**
   * The kind of a link by its host alone; the paths of {@code github.com} and of Hugging Face
   * decide further.
   */
  static LinkKind kind(String host) {
    String bare = withoutWww(host);
    if (bare.endsWith(".github.io")) {
      return LinkKind.GITHUB_PAGES;
    }
    if (bare.equals("gist.github.com")) {
      return LinkKind.GITHUB_GIST;
    }
    if (bare.equals("huggingface.co") || bare.equals("hf.co") || bare.endsWith(".hf.space")) {
      return LinkKind.HUGGING_FACE;
    }
    return isCodeHost(bare) ? LinkKind.CODE_HOST : LinkKind.OTHER;
  }

  private static boolean isCodeHost(String host) {
    return switch (host) {
      case "bitbucket.org",
          "codeberg.org",
          "gitee.com",
          "sourceforge.net",
          "anonymous.4open.science" ->
          true;
      default -> host.startsWith("gitlab.") || host.endsWith(".sourceforge.net");
    };
  }

  /** Whether a host is a site of many people's code, whose front page is nobody's. */
  static boolean isCodeHostAlone(String host) {
    String bare = withoutWww(host);
    return bare.equals("github.com")
        || bare.equals("gist.github.com")
        || bare.equals("huggingface.co")
        || bare.equals("hf.co")
        || (isCodeHost(bare) && !bare.endsWith(".sourceforge.net"));
  }

  /**
   * Whether a host names one of the sites that readers know by their names and that are therefore
   * written without a scheme and in any case.
   */
  static boolean isWellKnown(String host) {
    return host.startsWith("www.") || host.equals("github.com") || kind(host) != LinkKind.OTHER;
  }
}
