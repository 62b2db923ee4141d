package io.github.papersluice.evaluation;

import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.Link;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.TextField;
import java.util.List;

/**
 * A record of a digest and what was extracted from it.
 *
 * @param title as the table {@code papers} holds it
 * @param abstractText as the table {@code papers} holds it
 * @param links the distinct links found
 * @param sizes the mentions of model sizes found
 * @param codeStatus what the record says of its code; null if that is not known
 */
public record EvaluatedRecord(
    String title,
    String abstractText,
    List<Link> links,
    List<ModelSize> sizes,
    CodeStatus codeStatus) {

  /** Takes immutable copies of the lists. */
  public EvaluatedRecord {
    links = List.copyOf(links);
    sizes = List.copyOf(sizes);
  }

  /** A record of which the code status is not known. */
  public EvaluatedRecord(
      String title, String abstractText, List<Link> links, List<ModelSize> sizes) {
    this(title, abstractText, links, sizes, null);
  }

  /** The text of a field. */
  String text(TextField field) {
    return field == TextField.TITLE ? title : abstractText;
  }
}
