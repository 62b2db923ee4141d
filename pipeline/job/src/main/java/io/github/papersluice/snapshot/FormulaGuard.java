package io.github.papersluice.snapshot;

/**
 * Keeps spreadsheets from running a CSV cell as a formula: a value that begins with {@code =},
 * {@code +}, {@code -}, {@code @} or a tab (OWASP, "CSV Injection"; a carriage return cannot stand
 * in a value) gets an apostrophe before it.
 *
 * <p>So does a value that begins with apostrophes and then one of these: what was guarded can thus
 * be told from what was written so, and the first apostrophe taken away again.
 */
public final class FormulaGuard {
  static final byte APOSTROPHE = '\'';

  private FormulaGuard() {}

  /** Whether a value gets an apostrophe. */
  static boolean guards(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end && bytes[i] == APOSTROPHE) {
      i++;
    }
    return i < end && isTrigger(bytes[i]);
  }

  /** Whether a cell's first byte is the guard's apostrophe. */
  public static boolean isGuarded(byte[] bytes, int start, int end) {
    return start < end && bytes[start] == APOSTROPHE && guards(bytes, start, end);
  }

  private static boolean isTrigger(byte b) {
    return b == '=' || b == '+' || b == '-' || b == '@' || b == '\t' || b == '\r';
  }
}
