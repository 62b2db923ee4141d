package io.github.papersluice.text.links;

import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.Link;
import java.util.List;

/**
 * What a record's links and words say.
 *
 * @param links the distinct links in the order of their first mention: title, abstract, comment,
 *     code's address, project's address
 * @param codeStatus what the record says of its own code
 */
public record LinkFacts(List<Link> links, CodeStatus codeStatus) {

  /** Takes an immutable copy of the list. */
  public LinkFacts {
    links = List.copyOf(links);
  }
}
