package io.github.papersluice.evaluation;

import java.util.Arrays;

/** A row of a table, whatever the format; a cell that cannot be used is said with its place. */
final class TableRow {

  /** The cells by column. */
  @FunctionalInterface
  interface Cells {
    /**
     * The cell as the format holds it, or null.
     *
     * @throws EvaluationException if there is no such column
     */
    Object get(String column) throws EvaluationException;
  }

  private final String place;
  private final Cells cells;

  /** A row at a place such as {@code links.csv row 3}. */
  TableRow(String place, Cells cells) {
    this.place = place;
    this.cells = cells;
  }

  String text(String column) throws EvaluationException {
    String text = textOrNull(column);
    if (text == null) {
      throw fault(column, "is null");
    }
    return text;
  }

  String textOrNull(String column) throws EvaluationException {
    Object cell = cells.get(column);
    return cell == null ? null : cell.toString();
  }

  long number(String column) throws EvaluationException {
    String text = text(column);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new EvaluationException(
          place + ": " + column + " is no whole number: \"" + text + "\"", e);
    }
  }

  int smallNumber(String column) throws EvaluationException {
    long number = number(column);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw fault(column, "is out of range: " + number);
    }
    return (int) number;
  }

  <E extends Enum<E>> E value(String column, E[] values) throws EvaluationException {
    String text = text(column);
    for (E value : values) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    throw fault(column, "is \"" + text + "\", not one of " + Arrays.toString(values));
  }

  EvaluationException fault(String column, String reason) {
    return new EvaluationException(place + ": " + column + " " + reason);
  }
}
