package io.github.papersluice.report;

import io.github.papersluice.tables.LinkRow;
import io.github.papersluice.tables.ModelSizeRow;

/** A fact of a listed paper, and where it was read. */
sealed interface Fact {
  /** The column of {@code papers} that holds it. */
  String field();

  /** What is shown of it. */
  String label();

  /** Its place in that column. */
  Passages.Span span();

  /**
   * A link.
   *
   * @param url the canonical URL, cut if it is very long
   * @param repository {@code owner/name}, or null
   */
  record Link(
      String kind,
      String availability,
      String url,
      String repository,
      String field,
      Passages.Span span)
      implements Fact {

    private static final int URL_LENGTH = 2000;
    private static final int NAME_LENGTH = 80;

    static Link of(LinkRow row) {
      boolean repository = row.getRepositoryOwner() != null && row.getRepositoryName() != null;
      return new Link(
          text(row.getKind(), NAME_LENGTH),
          text(row.getAvailability(), NAME_LENGTH),
          text(row.getUrl(), URL_LENGTH),
          repository
              ? text(row.getRepositoryOwner(), NAME_LENGTH)
                  + "/"
                  + text(row.getRepositoryName(), NAME_LENGTH)
              : null,
          row.getField().toString(),
          new Passages.Span(row.getStartOffset(), row.getEndOffset()));
    }

    /** The repository, or the URL without its scheme. */
    @Override
    public String label() {
      return repository != null ? repository : withoutScheme();
    }

    /** The URL from its host on. */
    String withoutScheme() {
      int scheme = url.indexOf("://");
      return scheme < 0 ? url : url.substring(scheme + 3);
    }

    /** The host, with its port if it has one. */
    String host() {
      String rest = withoutScheme();
      int end = 0;
      while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
        end++;
      }
      return rest.substring(0, end);
    }

    /**
     * Where the link may lead, or null: only the web's own schemes are followed, never {@code
     * javascript:}, {@code data:}, {@code file:} or one unknown.
     */
    String followed() {
      boolean web = url.startsWith("https://") || url.startsWith("http://");
      boolean whole = url.length() < URL_LENGTH;
      return web && whole && url.chars().noneMatch(c -> c <= ' ' || c == '\\') ? url : null;
    }
  }

  /**
   * A model's size.
   *
   * @param model the name as written, or null
   */
  record Size(
      long parameters,
      String role,
      String exactness,
      String model,
      String modelKey,
      String field,
      Passages.Span span)
      implements Fact {

    private static final int NAME_LENGTH = 80;

    static Size of(ModelSizeRow row) {
      boolean named = row.getModel() != null && row.getModelKey() != null;
      return new Size(
          row.getParameters(),
          text(row.getRole(), NAME_LENGTH),
          text(row.getExactness(), NAME_LENGTH),
          named ? text(row.getModel(), NAME_LENGTH) : null,
          named ? text(row.getModelKey(), NAME_LENGTH) : null,
          row.getField().toString(),
          new Passages.Span(row.getStartOffset(), row.getEndOffset()));
    }

    /** {@code Llama 7B}. */
    @Override
    public String label() {
      String size = Quantities.parameters(parameters);
      return model == null ? size : model + " " + size;
    }
  }

  private static String text(CharSequence text, int codePoints) {
    return PlainText.of(Shortened.of(text, codePoints));
  }
}
