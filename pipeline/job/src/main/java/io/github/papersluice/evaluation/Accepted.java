package io.github.papersluice.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A labelled value and those that count as right, too, where a reader may decide either way.
 *
 * @param value the label, or null for none
 * @param also never null; may hold null
 */
record Accepted<T>(T value, List<T> also) {

  Accepted {
    also = Collections.unmodifiableList(new ArrayList<>(also));
  }

  static <T> Accepted<T> only(T value) {
    return new Accepted<>(value, List.of());
  }

  /** What should have been found: what was found if that is right, else the label. */
  T expected(T found) {
    return also.contains(found) ? found : value;
  }
}
