package io.github.papersluice.evaluation;

/**
 * A value that was found where a label holds one.
 *
 * @param expected the label, or what was found where that counts as right, too
 */
record Judgement(Measure measure, String expected, String found) {}
