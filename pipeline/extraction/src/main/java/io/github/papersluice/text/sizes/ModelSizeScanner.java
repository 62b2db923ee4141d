package io.github.papersluice.text.sizes;

import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.TextField;
import io.github.papersluice.model.Utf8Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the mentions of model sizes in a paper's title and abstract: numbers that say how many
 * parameters a machine-learning model has.
 *
 * <p>A first pass over the bytes looks for a number that could be one and drops most texts; only a
 * text that holds such a number is cut into tokens and judged. Time is linear in the text's length.
 */
public final class ModelSizeScanner {
  private static final int[] NONE = {};

  private ModelSizeScanner() {}

  /**
   * The sizes in one field, in the order of the text.
   *
   * @param text the field
   * @param field which field it is
   * @param excludedRanges places in which a number is no size, such as links: start, end, start,
   *     end, ... as indexes into {@code text.array()}, ascending, ends exclusive
   * @return the mentions, never null
   */
  public static List<ModelSize> scan(Utf8Text text, TextField field, int[] excludedRanges) {
    if (!Trigger.mayHoldSize(text)) {
      return List.of();
    }
    FieldReader scanned = FieldReader.read(text, field, excludedRanges);
    scanned.settle(scanned);
    return scanned.sizes();
  }

  /**
   * The sizes in one field without excluded ranges.
   *
   * @param text the field
   * @param field which field it is
   * @return the mentions, never null
   */
  public static List<ModelSize> scan(Utf8Text text, TextField field) {
    return scan(text, field, NONE);
  }

  /**
   * The sizes in a record, those of the title first. What one field says of a name or a number
   * helps to judge it in the other.
   *
   * @param title the title
   * @param titleRanges places in the title in which a number is no size, as above
   * @param abstractText the abstract
   * @param abstractRanges places in the abstract in which a number is no size, as above
   * @return the mentions, never null
   */
  public static List<ModelSize> scan(
      Utf8Text title, int[] titleRanges, Utf8Text abstractText, int[] abstractRanges) {
    boolean inTitle = Trigger.mayHoldSize(title);
    boolean inAbstract = Trigger.mayHoldSize(abstractText);
    if (!inTitle) {
      return inAbstract ? scan(abstractText, TextField.ABSTRACT, abstractRanges) : List.of();
    }
    FieldReader first = FieldReader.read(title, TextField.TITLE, titleRanges);
    FieldReader second = FieldReader.read(abstractText, TextField.ABSTRACT, abstractRanges);
    first.settle(second);
    second.settle(first);
    List<ModelSize> sizes = new ArrayList<>(first.sizes());
    sizes.addAll(second.sizes());
    return sizes;
  }

  /**
   * What was decided about each number of a record that could be a size, in the order of the text,
   * those of the title first. Gives the sizes that {@code scan} gives, and what it leaves out.
   *
   * @param title the title
   * @param titleRanges as for {@code scan}
   * @param abstractText the abstract
   * @param abstractRanges as for {@code scan}
   * @return never null; empty if no number could be a size
   */
  public static List<SizeExplanation> explain(
      Utf8Text title, int[] titleRanges, Utf8Text abstractText, int[] abstractRanges) {
    FieldReader first = FieldReader.read(title, TextField.TITLE, titleRanges);
    FieldReader second = FieldReader.read(abstractText, TextField.ABSTRACT, abstractRanges);
    first.settle(second);
    second.settle(first);
    List<SizeExplanation> explanations = new ArrayList<>(first.explanations());
    explanations.addAll(second.explanations());
    return explanations;
  }
}
