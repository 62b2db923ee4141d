package io.github.papersluice.model;

/**
 * What a digest says of a paper beside its title and abstract. Each value is one line of valid
 * Unicode, never empty; null where the digest has none.
 *
 * @param arxivId without version: {@code 2503.01234} or {@code hep-th/9901001}
 * @param doi without {@code https://doi.org/}: {@code 10.1000/182}
 * @param url the paper's page
 * @param authors in order, {@code "; "} between names
 * @param publishedDate ISO date of the paper, which is not the digest's
 * @param categories subject classes such as {@code cs.CL}, a space between them
 * @param comment the authors' comment, as arXiv has it
 * @param codeUrl where a field, not the text, says that the code is
 * @param projectUrl the project's page, by a field
 * @param upvotes votes of readers, or null
 */
public record PaperMetadata(
    String arxivId,
    String doi,
    String url,
    String authors,
    String publishedDate,
    String categories,
    String comment,
    String codeUrl,
    String projectUrl,
    Long upvotes) {

  /** Nothing but title and abstract. */
  public static final PaperMetadata NONE =
      new PaperMetadata(null, null, null, null, null, null, null, null, null, null);
}
