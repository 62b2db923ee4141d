package io.github.papersluice.model;

/** A field of a record that is searched for facts. */
public enum TextField {
  /** The title. */
  TITLE("title"),

  /** The abstract. */
  ABSTRACT("abstract"),

  /** The authors' comment. */
  COMMENT("comment"),

  /** The address of the code, where a field says it. */
  CODE_URL("code_url"),

  /** The address of the project's page, where a field says it. */
  PROJECT_URL("project_url");

  private final String columnName;

  TextField(String columnName) {
    this.columnName = columnName;
  }

  /** The field's name as the tables spell it: {@code code_url}. */
  public String columnName() {
    return columnName;
  }
}
