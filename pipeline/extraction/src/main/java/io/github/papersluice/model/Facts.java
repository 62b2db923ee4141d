package io.github.papersluice.model;

import java.util.List;

/**
 * All that is found in one record.
 *
 * @param links the distinct links in the order of their first mention: title, abstract, comment,
 *     code's address, project's address
 * @param modelSizes every mention, title before abstract, in the text's order
 * @param codeStatus what the record says of its code
 */
public record Facts(List<Link> links, List<ModelSize> modelSizes, CodeStatus codeStatus) {

  /** Takes immutable copies of the lists. */
  public Facts {
    links = List.copyOf(links);
    modelSizes = List.copyOf(modelSizes);
  }
}
