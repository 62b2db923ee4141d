package io.github.papersluice.text.links;

import io.github.papersluice.model.CodeStatus;
import java.util.List;

/**
 * Which rules decided on the links and the code of a record.
 *
 * @param links every mention of a link, in the order of the fields and of the text
 * @param code the sentences that say something of the paper's code; none is looked for once one
 *     says that the code is there
 * @param codeStatus what follows from both
 */
public record LinkExplanation(
    List<LinkReason> links, List<CodeReason> code, CodeStatus codeStatus) {

  /** Takes immutable copies of the lists. */
  public LinkExplanation {
    links = List.copyOf(links);
    code = List.copyOf(code);
  }
}
