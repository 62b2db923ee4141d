package io.github.papersluice.text;

import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.text.links.CodeReason;
import io.github.papersluice.text.links.LinkExplanation;
import io.github.papersluice.text.links.LinkReason;
import io.github.papersluice.text.links.LinkScanner;
import io.github.papersluice.text.sizes.ModelSizeScanner;
import io.github.papersluice.text.sizes.SizeExplanation;
import java.util.List;

/**
 * Why a record has the facts that {@link FactScanner} finds in it.
 *
 * @param numbers every number that could be a model's size, those of the title first
 * @param links every mention of a link, in the order of the fields and of the text
 * @param code the sentences that say something of the paper's code
 * @param codeStatus what follows from links and sentences
 */
public record FactExplanation(
    List<SizeExplanation> numbers,
    List<LinkReason> links,
    List<CodeReason> code,
    CodeStatus codeStatus) {

  /** Takes immutable copies of the lists. */
  public FactExplanation {
    numbers = List.copyOf(numbers);
    links = List.copyOf(links);
    code = List.copyOf(code);
  }

  /** Judges a record anew and takes down by which rules; slower than {@link FactScanner}. */
  public static FactExplanation of(PaperText paper) {
    LinkExplanation links = LinkScanner.explain(paper);
    return new FactExplanation(
        ModelSizeScanner.explain(
            paper.title(),
            FactScanner.ranges(LinkScanner.mentions(paper.title())),
            paper.abstractText(),
            FactScanner.ranges(LinkScanner.mentions(paper.abstractText()))),
        links.links(),
        links.code(),
        links.codeStatus());
  }
}
