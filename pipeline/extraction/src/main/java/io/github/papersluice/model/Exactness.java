package io.github.papersluice.model;

/** How a number of parameters is qualified by the words and signs around it. */
public enum Exactness {
  /** Stated as it is. */
  EXACT,

  /** About that many: {@code ~1B}, {@code around 7B}. */
  APPROXIMATE,

  /** That many or more: {@code 100B+}, {@code over 1B}. */
  AT_LEAST,

  /** That many or fewer: {@code sub-1B}, {@code up to 8B}. */
  AT_MOST
}
