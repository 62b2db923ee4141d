package io.github.papersluice.text.links;

import io.github.papersluice.model.LinkKind;
import java.util.Locale;
import java.util.Set;

/**
 * What a path on github.com leads to.
 *
 * <p>Owners: letters, digits and single hyphens, at most 39 characters (GitHub's sign-up form says
 * "Username may only contain alphanumeric characters or single hyphens, and cannot begin or end
 * with a hyphen"; older accounts do end with one), and an underscore in accounts that a company
 * manages (GitHub Docs, "Username considerations for external authentication"). Repositories:
 * letters, digits, {@code . - _}, at most 100 characters (GitHub's form for a new repository); a
 * {@code +} is kept as written, though GitHub replaces it.
 */
final class GitHubUrl {
  private static final int LONGEST_OWNER = 39;
  private static final int LONGEST_NAME = 100;

  /**
   * First segments under which GitHub serves pages of its own, so that no account has the name.
   * GitHub publishes no list: these are the routes among those gathered by the npm package
   * github-reserved-names, and GitHub's present site navigation.
   */
  private static final Set<String> RESERVED =
      Set.of(
          ("about account apps auth blog business careers changelog codespaces collections community"
                  + " contact copilot customer-stories customers dashboard discussions docs edu"
                  + " education enterprise enterprises events explore features gist gists github-copilot"
                  + " help integrations issues join login logout marketplace mobile models new news"
                  + " nonprofit notifications open-source organizations orgs pages partners personal"
                  + " premium-support pricing pulls readme repositories resources search security"
                  + " sessions settings shop signin signup site solutions sponsors stars status"
                  + " support team teams topics trending users watching")
              .split(" "));

  private final UrlBuilder url;
  private final int path;

  private LinkKind kind = LinkKind.OTHER;
  private int ownerEnd;
  private int nameEnd;
  private int writtenEnd;

  /**
   * Reads the path of a cleaned URL and cuts what cannot belong to it.
   *
   * @param url the cleaned URL, trailing punctuation cut
   * @param path where its path begins
   */
  GitHubUrl(UrlBuilder url, int path) {
    this.url = url;
    this.path = path;
    readOwner();
    writtenEnd = writtenEnd == 0 ? url.sourceEnd(url.length()) : writtenEnd;
  }

  /** Where in the text the link as written ends, {@code .git} included. */
  int writtenEnd() {
    return writtenEnd;
  }

  LinkTarget target() {
    return switch (kind) {
      case GITHUB_REPOSITORY ->
          new LinkTarget(kind, url.text(path + 1, ownerEnd), url.text(ownerEnd + 1, nameEnd));
      case GITHUB_ACCOUNT -> new LinkTarget(kind, url.text(path + 1, ownerEnd), null);
      default -> new LinkTarget(kind, null, null);
    };
  }

  private void readOwner() {
    if (path >= url.length() || url.at(path) != '/') {
      return;
    }
    ownerEnd = path + 1;
    while (ownerEnd < url.length() && isOwner(url.at(ownerEnd))) {
      ownerEnd++;
    }
    int length = ownerEnd - path - 1;
    if (length == 0 || length > LONGEST_OWNER || url.at(path + 1) == '-') {
      return;
    }
    String owner = url.text(path + 1, ownerEnd);
    if (RESERVED.contains(owner.toLowerCase(Locale.ROOT))) {
      return;
    }
    kind = LinkKind.GITHUB_ACCOUNT;
    if (ownerEnd < url.length() && url.at(ownerEnd) == '/') {
      readName();
    } else {
      cutUnlessDelimited(ownerEnd);
    }
  }

  private void readName() {
    nameEnd = ownerEnd + 1;
    while (nameEnd < url.length() && isName(url.at(nameEnd))) {
      nameEnd++;
    }
    boolean delimited = cutUnlessDelimited(nameEnd);
    if (!delimited) {
      nameEnd = trimDots(nameEnd);
      url.cut(nameEnd);
    }
    cutDotGit();
    int length = nameEnd - ownerEnd - 1;
    if (length > 0 && length <= LONGEST_NAME && !isDots()) {
      kind = LinkKind.GITHUB_REPOSITORY;
    }
  }

  /** Cuts the URL at a place unless what stands there goes on in the URL's own manner. */
  private boolean cutUnlessDelimited(int at) {
    boolean delimited = at == url.length() || "/?#".indexOf(url.at(at)) >= 0;
    if (!delimited) {
      url.cut(at);
    }
    return delimited;
  }

  private int trimDots(int to) {
    int end = to;
    while (end > ownerEnd + 1 && url.at(end - 1) == '.') {
      end--;
    }
    return end;
  }

  private void cutDotGit() {
    writtenEnd = url.sourceEnd(url.length());
    if (nameEnd - ownerEnd - 1 > 4 && url.endsWith(".git", nameEnd)) {
      url.remove(nameEnd - 4, nameEnd);
      nameEnd -= 4;
    }
  }

  private boolean isDots() {
    return trimDots(nameEnd) == ownerEnd + 1;
  }

  static boolean isOwner(int b) {
    return UrlCharacters.isAlphanumeric(b) || b == '-' || b == '_';
  }

  static boolean isName(int b) {
    return UrlCharacters.isAlphanumeric(b) || b == '-' || b == '_' || b == '.' || b == '+';
  }
}
