package io.github.papersluice.dialects.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a block: its text without any markup, and what was marked in it.
 *
 * @param text may begin and end with white space; entities and escapes are decoded
 * @param spans links, images and stress, by their ends
 * @param start index of its first character in the page
 * @param end index after its last one
 */
record Line(String text, List<Span> spans, int start, int end) {

  /** A line without markup. */
  static Line plain(String text, int start, int end) {
    return new Line(text, List.of(), start, end);
  }

  /** The text without the white space around it. */
  String stripped() {
    return FieldText.strip(text);
  }

  boolean isBlank() {
    return stripped().isEmpty();
  }

  /** A part of the line with what was marked in it; the place in the page stays the line's. */
  Line part(int from, int to) {
    List<Span> kept = new ArrayList<>(spans.size());
    for (Span span : spans) {
      int spanFrom = Math.max(span.from(), from);
      int spanTo = Math.min(span.to(), to);
      boolean image = span.from() == span.to();
      if (spanFrom < spanTo || (image && spanFrom == spanTo)) {
        kept.add(new Span(span.kind(), spanFrom - from, spanTo - from, span.target()));
      }
    }
    return new Line(text.substring(from, to), kept, start, end);
  }

  /** The links in the line, in order. */
  List<Span> links() {
    return of(Span.Kind.LINK);
  }

  /** The spans of a kind. */
  List<Span> of(Span.Kind kind) {
    List<Span> found = new ArrayList<>(2);
    for (Span span : spans) {
      if (span.kind() == kind) {
        found.add(span);
      }
    }
    return found;
  }

  /** The text of a span. */
  String textOf(Span span) {
    return FieldText.strip(text.substring(span.from(), span.to()));
  }

  /** The text that is in no span of a kind, with a space for each span. */
  String outside(Span.Kind kind) {
    StringBuilder rest = new StringBuilder();
    int at = 0;
    for (Span span : of(kind)) {
      if (span.from() >= at) {
        rest.append(text, at, span.from()).append(' ');
        at = span.to();
      }
    }
    return FieldText.strip(rest.append(text, at, text.length()).toString());
  }

  /** How much of the text without white space is in spans of a kind, 0 to 1. */
  double share(Span.Kind kind) {
    int all = FieldText.weight(text, 0, text.length());
    int inside = 0;
    int at = 0;
    for (Span span : of(kind)) {
      if (span.to() > at) {
        inside += FieldText.weight(text, Math.max(at, span.from()), span.to());
        at = span.to();
      }
    }
    return all == 0 ? 0 : (double) inside / all;
  }
}
