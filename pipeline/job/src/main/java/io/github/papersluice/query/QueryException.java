package io.github.papersluice.query;

/** A query that cannot be run. The message is one line for a person. */
public final class QueryException extends Exception {
  private static final long serialVersionUID = 1L;

  QueryException(String message, Throwable cause) {
    super(message, cause);
  }
}
