package io.github.papersluice.report;

import io.github.papersluice.tables.LinkRow;
import io.github.papersluice.tables.ModelSizeRow;

/**
 * A fact of a listed paper.
 *
 * @param label what is shown of it
 * @param note what is said of it in small print, or null
 * @param url where it leads, or null if it is a model's size or its URL cannot be followed safely
 * @param inTitle whether it stands in the title, else in the abstract
 * @param span where it stands
 */
record Fact(
    boolean isLink, String label, String note, String url, boolean inTitle, Passages.Span span) {

  private static final int LABEL_LENGTH = 80;
  private static final int URL_LENGTH = 2000;

  static Fact of(LinkRow row) {
    boolean repository = row.getRepositoryOwner() != null && row.getRepositoryName() != null;
    String label =
        repository
            ? row.getRepositoryOwner() + "/" + row.getRepositoryName()
            : withoutScheme(Shortened.of(row.getUrl(), LABEL_LENGTH * 2));
    String note = "PROMISED".contentEquals(row.getAvailability()) ? "promised" : null;
    return new Fact(
        true,
        Shortened.of(label, LABEL_LENGTH),
        note,
        followed(row),
        "title".contentEquals(row.getField()),
        new Passages.Span(row.getStartOffset(), row.getEndOffset()));
  }

  static Fact of(ModelSizeRow row) {
    String size = Quantities.parameters(row.getParameters());
    return new Fact(
        false,
        row.getModel() == null ? size : Shortened.of(row.getModel(), LABEL_LENGTH) + " " + size,
        note(row),
        null,
        "title".contentEquals(row.getField()),
        new Passages.Span(row.getStartOffset(), row.getEndOffset()));
  }

  // Only the web's own schemes are followed: never javascript:, data:, file: or one unknown.
  private static String followed(LinkRow row) {
    if (row.getUrl().getByteLength() > URL_LENGTH) {
      return null;
    }
    String url = row.getUrl().toString();
    boolean web = url.startsWith("https://") || url.startsWith("http://");
    return web && url.chars().noneMatch(c -> c <= ' ' || c == '\\') ? url : null;
  }

  private static String withoutScheme(String url) {
    int scheme = url.indexOf("://");
    return scheme < 0 ? url : url.substring(scheme + 3);
  }

  private static String note(ModelSizeRow row) {
    String role =
        switch (row.getRole().toString()) {
          case "ACTIVE" -> "active";
          case "TRAINABLE" -> "trainable";
          default -> null;
        };
    String exactness =
        switch (row.getExactness().toString()) {
          case "APPROXIMATE" -> "about";
          case "AT_LEAST" -> "at least";
          case "AT_MOST" -> "at most";
          default -> null;
        };
    if (role == null || exactness == null) {
      return role == null ? exactness : role;
    }
    return role + ", " + exactness;
  }
}
