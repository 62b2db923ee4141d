package io.github.papersluice.text.rules;

/** A file of rules or words that cannot be used; the message begins with the file and the line. */
public final class RuleFileException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  RuleFileException(String file, int line, String problem) {
    super(file + ":" + line + ": " + problem);
  }
}
