package io.github.papersluice.evaluation;

/**
 * Gold labels or tables that cannot be scored. The message is one line that says where (file and
 * line or record) and why.
 */
public final class EvaluationException extends Exception {
  EvaluationException(String message) {
    super(message);
  }

  EvaluationException(String message, Throwable cause) {
    super(message, cause);
  }
}
