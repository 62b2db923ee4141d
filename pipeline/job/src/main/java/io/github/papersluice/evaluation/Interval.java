package io.github.papersluice.evaluation;

/**
 * A range that holds a figure.
 *
 * @param low its lower bound, NaN if it has none
 * @param high its upper bound, NaN if it has none
 */
public record Interval(double low, double high) {}
