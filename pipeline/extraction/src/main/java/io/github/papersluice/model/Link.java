package io.github.papersluice.model;

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
 * @param repositoryOwner as written, or null unless {@code kind} is {@code GITHUB_REPOSITORY}
 * @param repositoryName as written, or null unless {@code kind} is {@code GITHUB_REPOSITORY}
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

  /** {@code owner/name}, or null if this is no GitHub repository. */
  public String repository() {
    return repositoryOwner == null ? null : repositoryOwner + "/" + repositoryName;
  }
}
