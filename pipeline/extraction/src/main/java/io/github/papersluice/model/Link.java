package io.github.papersluice.model;

import java.util.Locale;

/**
 * A distinct link of a record, at the place of its first mention.
 *
 * @param field the field that holds the mention
 * @param start first code point of {@code surface} in the field, from 0
 * @param end code point after the last one
 * @param surface the link exactly as written, without the punctuation around it
 * @param url the canonical URL, equal for links that lead to the same place
 * @param host the URL's host in lower case
 * @param kind what it leads to
 * @param repositoryOwner as written: the account of a repository on GitHub, Hugging Face or another
 *     code host, the groups of a GitLab project ({@code group/subgroup}), or the account itself
 *     where the link leads to one; null where the URL names none
 * @param repositoryName as written, without {@code .git}; null where the URL names no repository
 * @param availability what the sentence says of the thing behind the link
 */
public record Link(
    TextField field,
    int start,
    int end,
    String surface,
    String url,
    String host,
    LinkKind kind,
    String repositoryOwner,
    String repositoryName,
    Availability availability) {

  /** {@code owner/name} of a GitHub repository; null for every other kind. */
  public String repository() {
    return kind == LinkKind.GITHUB_REPOSITORY ? repositoryOwner + "/" + repositoryName : null;
  }

  /**
   * The repository behind the link, the same for all spellings of its address: {@code
   * host/owner/name} in lower case, as in {@code github.com/ada/engine} or {@code
   * gitlab.com/group/subgroup/engine}. Hosts without owners have {@code host/name} ({@code
   * sourceforge.net/engine}). Data sets and spaces of Hugging Face have a part more, since a model
   * may bear the same name: {@code huggingface.co/datasets/ada/engine}.
   *
   * @return null where the link leads to no repository: an account, a collection, a page
   */
  public String repositoryId() {
    String place = repositoryName == null ? null : repositoryPlace();
    if (place == null) {
      return null;
    }
    String owner = repositoryOwner == null ? "" : repositoryOwner + "/";
    return (place + "/" + owner + repositoryName).toLowerCase(Locale.ROOT);
  }

  private String repositoryPlace() {
    return switch (kind) {
      case GITHUB_REPOSITORY -> "github.com";
      case GITHUB_GIST -> "gist.github.com";
      case HUGGING_FACE_MODEL -> "huggingface.co";
      case HUGGING_FACE_DATASET -> "huggingface.co/datasets";
      case HUGGING_FACE_SPACE -> "huggingface.co/spaces";
      case CODE_HOST -> codeHost();
      case GITHUB_ACCOUNT,
          GITHUB_PAGES,
          HUGGING_FACE_COLLECTION,
          HUGGING_FACE_ACCOUNT,
          HUGGING_FACE,
          OTHER ->
          null;
    };
  }

  private String codeHost() {
    String bare = host.startsWith("www.") ? host.substring(4) : host;
    return bare.endsWith(".sourceforge.net") ? "sourceforge.net" : bare;
  }
}
