package io.github.papersluice.dialects.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * The blocks of a page in HTML. Scripts, styles, forms and drawings are not read, nothing is run.
 */
final class HtmlBlocks implements NodeFilter {
  private static final Set<String> DROPPED =
      Set.of(
          "head",
          "iframe",
          "math",
          "noscript",
          "object",
          "script",
          "select",
          "style",
          "svg",
          "template",
          "textarea");

  private final BlockBuilder builder = new BlockBuilder();
  private final HtmlTags tags = new HtmlTags(builder);
  private int at;

  private HtmlBlocks() {}

  /** The blocks of a page. */
  static List<Block> of(String text) {
    HtmlBlocks blocks = new HtmlBlocks();
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    NodeTraversor.filter(blocks, Jsoup.parse(text, "", parser));
    return blocks.builder.blocks();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      text(text);
    } else if (node instanceof Element element) {
      if (DROPPED.contains(element.normalName())) {
        at = Math.max(at, end(element));
        return FilterResult.SKIP_ENTIRELY;
      }
      at = Math.max(at, start(element));
      tags.begin(element.normalName(), attributes(element), at, at);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      at = Math.max(at, end(element));
      tags.end(element.normalName(), at);
    }
    return FilterResult.CONTINUE;
  }

  private void text(TextNode node) {
    Range range = node.sourceRange();
    int from = range.isTracked() ? Math.max(at, range.startPos()) : at;
    int to = range.isTracked() ? Math.max(from, range.endPos()) : at;
    String text = node.getWholeText();
    if (!text.isEmpty() && !(text.isBlank() && text.indexOf('\n') >= 0)) {
      builder.text(text.replace('\n', ' '), from, to);
    } else if (!text.isEmpty()) {
      builder.space();
    }
    at = to;
  }

  private static Map<String, String> attributes(Element element) {
    Map<String, String> attributes = new HashMap<>();
    for (Attribute attribute : element.attributes()) {
      attributes.put(attribute.getKey(), attribute.getValue());
    }
    return attributes;
  }

  private static int start(Element element) {
    Range range = element.sourceRange();
    return range.isTracked() ? range.startPos() : 0;
  }

  private static int end(Element element) {
    Range range = element.endSourceRange();
    return range.isTracked() ? range.endPos() : 0;
  }
}
