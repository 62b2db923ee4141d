package io.github.papersluice.evaluation;

import io.github.papersluice.model.SizeRole;
import io.github.papersluice.model.TextField;

/**
 * A mention of a model size that a record holds, as in {@link
 * io.github.papersluice.model.ModelSize}.
 */
record GoldSize(
    TextField field,
    int start,
    int end,
    String surface,
    long parameters,
    Integer experts,
    Accepted<SizeRole> role,
    Accepted<String> model) {

  /** A size with one right role and model. */
  GoldSize(
      TextField field,
      int start,
      int end,
      String surface,
      long parameters,
      Integer experts,
      SizeRole role,
      String model) {
    this(
        field, start, end, surface, parameters, experts, Accepted.only(role), Accepted.only(model));
  }
}
