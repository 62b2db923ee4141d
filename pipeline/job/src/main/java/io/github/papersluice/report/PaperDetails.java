package io.github.papersluice.report;

import io.github.papersluice.tables.PaperRow;

/**
 * What a digest says of a paper beside its title and abstract; empty texts where it says nothing.
 *
 * @param arxivId the arXiv identifier
 * @param address the paper's page, without {@code https://}; empty if it is arXiv's
 * @param rest the other fields that are given, each after the letter that names it, between tabs
 */
record PaperDetails(String arxivId, String address, String authors, String rest) {
  private static final PaperDetails NONE = new PaperDetails("", "", "", "");
  private static final String SCHEME = "https://";
  private static final int LENGTH = 1000;

  static PaperDetails of(PaperRow row) {
    String arxivId = text(row.getArxivId());
    String url = text(row.getUrl());
    boolean known = !arxivId.isEmpty() && url.equals("https://arxiv.org/abs/" + arxivId);
    String address = known ? "" : url.startsWith(SCHEME) ? url.substring(SCHEME.length()) : url;
    String authors = text(row.getAuthors());
    String rest = rest(row);
    boolean none = arxivId.isEmpty() && address.isEmpty() && authors.isEmpty() && rest.isEmpty();
    return none ? NONE : new PaperDetails(arxivId, address, authors, rest);
  }

  private static String rest(PaperRow row) {
    StringBuilder fields = new StringBuilder();
    add('d', text(row.getDoi()), fields);
    add('g', text(row.getCategories()), fields);
    add('p', row.getPublishedDate() == null ? "" : row.getPublishedDate().toString(), fields);
    add('v', row.getUpvotes() == null ? "" : row.getUpvotes().toString(), fields);
    add('c', text(row.getComment()), fields);
    add('k', text(row.getCodeUrl()), fields);
    add('j', text(row.getProjectUrl()), fields);
    return fields.toString();
  }

  /** Adds a field to those before it. */
  static void add(char name, String value, StringBuilder fields) {
    if (!value.isEmpty()) {
      fields.append(fields.isEmpty() ? "" : "\t").append(name).append(value);
    }
  }

  private static String text(CharSequence value) {
    return value == null ? "" : PlainText.of(Shortened.of(value, LENGTH));
  }
}
