package io.github.papersluice.runners;

import java.util.Set;

/** An argument that Beam and the runners in this jar do not know. */
public final class UnknownOptionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String argument;
  private final transient Set<String> known;

  UnknownOptionException(String argument, Set<String> known, Throwable cause) {
    super("unknown option '" + argument + "'", cause);
    this.argument = argument;
    this.known = known;
  }

  /** The argument as given. */
  public String argument() {
    return argument;
  }

  /** The options that there are, with their dashes. */
  public Set<String> known() {
    return known;
  }
}
