package io.github.papersluice.model;

/** A field of a record that is searched for facts. */
public enum TextField {
  /** The title. */
  TITLE("title"),

  /** The abstract. */
  ABSTRACT("abstract");

  private final String columnName;

  TextField(String columnName) {
    this.columnName = columnName;
  }

  /** The field's name as the tables spell it: {@code title} or {@code abstract}. */
  public String columnName() {
    return columnName;
  }
}
