package io.github.papersluice.text;

import io.github.papersluice.model.Facts;
import io.github.papersluice.model.PaperMetadata;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.text.links.LinkFacts;
import io.github.papersluice.text.links.LinkMention;
import io.github.papersluice.text.links.LinkScanner;
import io.github.papersluice.text.sizes.ModelSizeScanner;
import java.util.List;

/** Finds all facts of a record in one go. */
public final class FactScanner {
  private static final int[] NO_RANGES = {};

  private FactScanner() {}

  /**
   * The facts of a record, those in its further fields too: links stand in title, abstract, comment
   * and the fields for addresses; model sizes are looked for in title and abstract.
   *
   * @return never null
   */
  public static Facts scan(PaperText paper) {
    return scan(paper.title(), paper.abstractText(), paper.metadata());
  }

  /**
   * The facts of a title and an abstract.
   *
   * @param title valid UTF-8
   * @param abstractText valid UTF-8
   * @return never null
   */
  public static Facts scan(Utf8Text title, Utf8Text abstractText) {
    return scan(title, abstractText, PaperMetadata.NONE);
  }

  private static Facts scan(Utf8Text title, Utf8Text abstractText, PaperMetadata metadata) {
    List<LinkMention> inTitle = LinkScanner.mentions(title);
    List<LinkMention> inAbstract = LinkScanner.mentions(abstractText);
    LinkFacts links = LinkScanner.facts(title, inTitle, abstractText, inAbstract, metadata);
    return new Facts(
        links.links(),
        ModelSizeScanner.scan(title, ranges(inTitle), abstractText, ranges(inAbstract)),
        links.codeStatus());
  }

  /** A number within a link is no model size. */
  static int[] ranges(List<LinkMention> mentions) {
    if (mentions.isEmpty()) {
      return NO_RANGES;
    }
    int[] ranges = new int[2 * mentions.size()];
    int next = 0;
    for (LinkMention mention : mentions) {
      ranges[next++] = mention.startByte();
      ranges[next++] = mention.endByte();
    }
    return ranges;
  }
}
