package io.github.papersluice.text.rules;

/** A named rule: what it is called, where it stands and what it decides on. */
public final class Rule<V> {
  private final String name;
  private final V value;
  private final String file;
  private final int line;
  private final Pattern pattern;

  Rule(String name, V value, String file, int line, Pattern pattern) {
    this.name = name;
    this.value = value;
    this.file = file;
    this.line = line;
    this.pattern = pattern;
  }

  /** Its name, unique in its file. */
  public String name() {
    return name;
  }

  /** What it decides on; null for nothing. */
  public V value() {
    return value;
  }

  /** Where it stands: file and line. */
  public String place() {
    return file + ":" + line;
  }

  Pattern pattern() {
    return pattern;
  }

  @Override
  public String toString() {
    return name;
  }
}
