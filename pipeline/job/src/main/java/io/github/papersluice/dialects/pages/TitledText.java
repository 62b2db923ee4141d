package io.github.papersluice.dialects.pages;

import io.github.papersluice.text.splitting.Furniture;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A title as a heading, list item or cell has it, and what stands behind it there.
 *
 * @param title clean; empty if there is none
 * @param rest the text behind it, which may be authors or prose; null if there is none
 * @param linked whether the title is a link
 * @param line all of it in one line
 */
record TitledText(String title, Line rest, boolean linked, Line line) {
  private static final double HALF = 0.5;
  private static final int FEWEST_WORDS = 3;

  /** What ends a title in a line of plain text. */
  private static final Pattern TITLE_END =
      Pattern.compile("\\s+[-–—|]\\s+|\\s*[|｜]\\s*|\\s*[(\\[]+\\s*$|(?<=[^\\s:])[,.:;]?\\s*$");

  private static final Pattern QUOTED = Pattern.compile("[“\"]([^“”\"]{8,300})[”\"]");
  private static final Pattern LEADING = Pattern.compile("^[\\s\\-–—:：,.;|)\\]]+");

  /** The title of a heading: all of it but its buttons. */
  static TitledText ofHeading(List<Line> lines) {
    Line line = joined(lines);
    Span link = titleLink(line);
    if (link != null && line.share(Span.Kind.LINK) > HALF) {
      return new TitledText(TitleText.clean(line.textOf(link)), null, true, line);
    }
    Span bold = stressedTitle(line);
    boolean marked =
        bold != null && line.share(Span.Kind.STRONG) > HALF && bold.from() < FEWEST_WORDS;
    String text = marked ? line.textOf(bold) : withoutButtons(line);
    return new TitledText(TitleText.clean(text), null, link != null, line);
  }

  /** The title in an item or cell: its link, what is in bold or in quotes, or its beginning. */
  static TitledText ofItem(List<Line> lines) {
    Line line = joined(lines);
    Span bold = stressedTitle(line);
    Span link = titleLink(line);
    if (bold != null && (link == null || bold.from() <= link.from())) {
      return behind(line, bold.from(), bold.to(), link != null && link.to() <= bold.to());
    }
    if (link != null) {
      return behind(line, link.from(), link.to(), true);
    }
    Matcher quoted = QUOTED.matcher(head(line.text()));
    if (quoted.find() && LineShape.words(quoted.group(1)) >= FEWEST_WORDS) {
      return behind(line, quoted.start(1), quoted.end(1), false);
    }
    return beginning(line);
  }

  /** No title goes on behind it. */
  private static String head(String text) {
    return text.substring(0, Math.min(text.length(), TitleText.LONGEST));
  }

  private static TitledText behind(Line line, int from, int to, boolean linked) {
    Line rest = line.part(to, line.text().length());
    Matcher signs = LEADING.matcher(rest.text());
    Line text = signs.find() ? rest.part(signs.end(), rest.text().length()) : rest;
    return new TitledText(
        TitleText.clean(line.text().substring(from, to)),
        text.isBlank() ? null : text,
        linked,
        line);
  }

  /** The text before the first link or dash. */
  private static TitledText beginning(Line line) {
    List<Span> links = line.links();
    int limit = links.isEmpty() ? line.text().length() : links.get(0).from();
    String text = head(line.text().substring(0, limit));
    Matcher end = TITLE_END.matcher(text);
    int to = end.find() && end.start() > 0 ? end.start() : text.length();
    String title = TitleText.clean(text.substring(0, to));
    if (!LineShape.isTitle(title)) {
      return new TitledText("", line, false, line);
    }
    return behind(line, 0, to, false);
  }

  /** The first link whose text is a title and whose address may be a paper's; or null. */
  static Span titleLink(Line line) {
    Span found = null;
    for (Span link : line.links()) {
      String text = line.textOf(link);
      PaperAddress address = PaperAddress.of(link.target());
      boolean web =
          address.kind() == PaperAddress.Kind.WEB || address.kind() == PaperAddress.Kind.CODE;
      boolean title = LineShape.isTitle(text);
      if (address.isPaper() && title) {
        return link;
      }
      if (found == null && web && title && LineShape.words(text) > FEWEST_WORDS) {
        found = link;
      }
    }
    return found;
  }

  private static Span stressedTitle(Line line) {
    for (Span span : line.of(Span.Kind.STRONG)) {
      if (LineShape.isTitle(line.textOf(span))) {
        return span;
      }
    }
    return null;
  }

  /** The text without links that are buttons and without the brackets around them. */
  private static String withoutButtons(Line line) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Span link : line.links()) {
      String words = line.textOf(link);
      String bare = words.replaceAll("^[\\[(]+|[\\])]+$", "");
      boolean button =
          words.isEmpty() || Labels.ofWhole(bare) != null || Furniture.of(bare) != null;
      if (button && link.from() >= at) {
        text.append(line.text(), at, link.from()).append(' ');
        at = link.to();
      }
    }
    text.append(line.text(), at, line.text().length());
    return text.toString().replaceAll("[\\[(【]\\s*[|,·•/]*\\s*[\\])】]", " ");
  }

  /** All lines as one, with their spans. */
  static Line joined(List<Line> lines) {
    if (lines.size() == 1) {
      return lines.get(0);
    }
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    for (Line line : lines) {
      int base = text.length();
      for (Span span : line.spans()) {
        addSpan(spans, new Span(span.kind(), base + span.from(), base + span.to(), span.target()));
      }
      text.append(line.text()).append(' ');
    }
    int start = lines.isEmpty() ? 0 : lines.get(0).start();
    int end = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).end();
    return new Line(text.toString(), spans, start, end);
  }

  /** A span that went on over the end of a line is one again. */
  private static void addSpan(List<Span> spans, Span next) {
    for (int i = spans.size() - 1; i >= 0 && i >= spans.size() - 3; i--) {
      Span last = spans.get(i);
      boolean same = last.kind() == next.kind() && last.target().equals(next.target());
      if (same
          && next.from() - last.to() <= 2
          && last.to() > last.from()
          && next.to() > next.from()) {
        spans.set(i, new Span(last.kind(), last.from(), next.to(), last.target()));
        return;
      }
    }
    spans.add(next);
  }
}
