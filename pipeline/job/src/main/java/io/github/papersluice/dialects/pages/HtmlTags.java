package io.github.papersluice.dialects.pages;

import java.util.Map;
import java.util.Set;

/** What the elements of HTML mean for blocks, in HTML pages and inside Markdown alike. */
final class HtmlTags {
  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "button",
          "caption",
          "center",
          "dd",
          "details",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "header",
          "html",
          "main",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "table",
          "tbody",
          "tfoot",
          "thead",
          "ul");
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins",
          "kbd", "label", "mark", "picture", "q", "s", "samp", "small", "source", "span", "strike",
          "strong", "sub", "sup", "time", "tt", "u", "var", "video", "wbr", "input", "iframe");
  private static final Set<String> OTHER =
      Set.of("br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "li", "summary", "td", "th", "tr");

  private final BlockBuilder builder;
  private int lists;

  /** Tells a builder what tags mean. */
  HtmlTags(BlockBuilder builder) {
    this.builder = builder;
  }

  /** Whether it is an element of HTML; what is none, {@code <think>}, is text. */
  static boolean isKnown(String name) {
    return BLOCKS.contains(name) || INLINE.contains(name) || OTHER.contains(name);
  }

  /** An element begins. */
  void begin(String name, Map<String, String> attributes, int from, int to) {
    switch (name) {
      case "a" -> builder.beginSpan(Span.Kind.LINK, attributes.getOrDefault("href", ""));
      case "b", "strong" -> builder.beginSpan(Span.Kind.STRONG, "");
      case "i", "em", "cite" -> builder.beginSpan(Span.Kind.EMPHASIS, "");
      case "img" -> builder.image(attributes.getOrDefault("src", ""), from, to);
      case "br" -> builder.endLine();
      case "hr" -> builder.rule(from, to);
      case "h1", "h2", "h3", "h4", "h5", "h6" ->
          builder.begin(Block.Kind.HEADING, name.charAt(1) - '0');
      case "summary" -> builder.begin(Block.Kind.HEADING, Block.SUMMARY_LEVEL);
      case "tr" -> builder.begin(Block.Kind.ROW, 0);
      case "td", "th" -> beginCell(name);
      case "ul", "ol" -> beginList();
      case "li" -> beginItem();
      case "blockquote" -> builder.quote(1);
      case "article" -> builder.rule(from, from);
      default -> beginOther(name);
    }
  }

  /** An element ends. */
  void end(String name, int at) {
    switch (name) {
      case "a" -> builder.endSpan(Span.Kind.LINK);
      case "b", "strong" -> builder.endSpan(Span.Kind.STRONG);
      case "i", "em", "cite" -> builder.endSpan(Span.Kind.EMPHASIS);
      case "h1", "h2", "h3", "h4", "h5", "h6", "summary", "tr", "table" -> builder.endBlock();
      case "td", "th" -> builder.endLine();
      case "ul", "ol" -> {
        lists = Math.max(0, lists - 1);
        endBlock();
      }
      case "blockquote" -> builder.quote(-1);
      case "article" -> builder.rule(at, at);
      default -> {
        if (BLOCKS.contains(name) || name.equals("li")) {
          endBlock();
        }
      }
    }
  }

  private void beginOther(String name) {
    if (BLOCKS.contains(name)) {
      endBlock();
    }
  }

  /** Inside a cell or a heading a block is a line only. */
  private void endBlock() {
    if (builder.inRow() || builder.inHeading()) {
      builder.endLine();
    } else {
      builder.endBlock();
    }
  }

  private void beginCell(String name) {
    if (!builder.inRow()) {
      builder.begin(Block.Kind.ROW, 0);
    }
    builder.cell();
    if (name.equals("th")) {
      builder.header();
    }
  }

  private void beginList() {
    lists++;
    endBlock();
  }

  private void beginItem() {
    if (builder.inRow()) {
      builder.endLine();
    } else {
      builder.begin(Block.Kind.ITEM, Math.max(1, lists));
    }
  }
}
