package io.github.papersluice.dialects.pages;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * The blocks of a page in Markdown. Tags inside it count as in HTML, but what stands between them
 * is Markdown still: the writers of digests put {@code <details>} around it. Indented text is text.
 */
final class MarkdownBlocks {
  /** Deeper blocks and stress are text: a page nests a handful of times. */
  private static final int DEEPEST = 60;

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .enabledBlockTypes(blockTypes())
          .maxOpenBlockParsers(DEEPEST)
          .maxInlineNesting(DEEPEST)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  private final BlockBuilder builder = new BlockBuilder();
  private final HtmlTags tags = new HtmlTags(builder);
  private int items;
  private int at;

  private MarkdownBlocks() {}

  /** In the order in which they are tried: a line below text is a heading before it is a rule. */
  private static Set<Class<? extends Block>> blockTypes() {
    return new LinkedHashSet<>(
        List.of(
            BlockQuote.class,
            Heading.class,
            FencedCodeBlock.class,
            ThematicBreak.class,
            ListBlock.class));
  }

  /** The blocks of a page. */
  static List<io.github.papersluice.dialects.pages.Block> of(String text) {
    MarkdownBlocks blocks = new MarkdownBlocks();
    blocks.children(PARSER.parse(MarkdownSource.prepare(text)));
    return blocks.builder.blocks();
  }

  private void children(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      node(child);
    }
  }

  private void node(Node node) {
    if (node instanceof TableRow) {
      row(node);
    } else if (node instanceof Block) {
      block(node);
    } else {
      inline(node);
    }
  }

  private void block(Node node) {
    if (node instanceof Heading heading) {
      at = start(node);
      builder.begin(io.github.papersluice.dialects.pages.Block.Kind.HEADING, heading.getLevel());
      children(node);
      builder.endBlock();
    } else if (node instanceof Paragraph) {
      paragraph(node);
    } else if (node instanceof BlockQuote) {
      builder.quote(1);
      children(node);
      builder.quote(-1);
    } else if (node instanceof ListItem) {
      item(node);
    } else if (node instanceof ThematicBreak) {
      builder.rule(start(node), end(node));
    } else if (node instanceof FencedCodeBlock) {
      builder.code(start(node), end(node));
    } else if (!(node instanceof LinkReferenceDefinition)) {
      children(node);
    }
  }

  private void paragraph(Node node) {
    at = start(node);
    if (!(node.getParent() instanceof ListItem) || node.getPrevious() != null) {
      builder.begin(io.github.papersluice.dialects.pages.Block.Kind.TEXT, 0);
    }
    children(node);
    builder.endBlock();
  }

  private void item(Node node) {
    items++;
    builder.begin(io.github.papersluice.dialects.pages.Block.Kind.ITEM, items);
    at = start(node);
    children(node);
    builder.endBlock();
    items--;
  }

  private void row(Node node) {
    at = start(node);
    builder.begin(io.github.papersluice.dialects.pages.Block.Kind.ROW, 0);
    for (Node cell = node.getFirstChild(); cell != null; cell = cell.getNext()) {
      builder.cell();
      if (cell instanceof TableCell tableCell && tableCell.isHeader()) {
        builder.header();
      }
      children(cell);
    }
    builder.endBlock();
  }

  private void inline(Node node) {
    if (node instanceof Text text) {
      text(text.getLiteral(), node);
    } else if (node instanceof Code code) {
      text(code.getLiteral(), node);
    } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
      builder.endLine();
    } else if (node instanceof HtmlInline html) {
      tag(html);
    } else if (node instanceof Image image) {
      builder.image(image.getDestination(), start(node), end(node));
    } else if (node instanceof Link link) {
      spanned(node, Span.Kind.LINK, MarkdownSource.restored(link.getDestination()));
    } else if (node instanceof StrongEmphasis) {
      spanned(node, Span.Kind.STRONG, "");
    } else if (node instanceof Emphasis) {
      spanned(node, Span.Kind.EMPHASIS, "");
    } else {
      children(node);
    }
  }

  private void spanned(Node node, Span.Kind kind, String target) {
    builder.beginSpan(kind, target);
    children(node);
    builder.endSpan(kind);
  }

  /** A hidden line break in a link's text ends a line. */
  private void text(String literal, Node node) {
    String text = MarkdownSource.restored(literal);
    int from = start(node);
    int to = end(node);
    int lineFrom = 0;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', lineFrom)) {
      builder.text(text.substring(lineFrom, i), from, Math.min(to, from + i));
      builder.endLine();
      lineFrom = i + 1;
      from = Math.min(to, from + 1);
    }
    builder.text(text.substring(lineFrom), from, to);
    at = to;
  }

  private void tag(HtmlInline html) {
    HtmlTag tag = HtmlTag.of(html.getLiteral());
    if (tag == null || !HtmlTags.isKnown(tag.name())) {
      if (tag != null) {
        text(html.getLiteral(), html);
      }
      return;
    }
    if (tag.closing()) {
      tags.end(tag.name(), end(html));
    } else {
      tags.begin(tag.name(), tag.attributes(), start(html), end(html));
    }
  }

  private int start(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? at : spans.get(0).getInputIndex();
  }

  private int end(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (spans.isEmpty()) {
      return at;
    }
    SourceSpan last = spans.get(spans.size() - 1);
    return last.getInputIndex() + last.getLength();
  }
}
