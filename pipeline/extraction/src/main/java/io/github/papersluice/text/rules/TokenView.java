package io.github.papersluice.text.rules;

/** Tokens as rules see them. Any index may be asked for, those outside of the text, too. */
public interface TokenView {
  /**
   * What a token is: {@link Lexicon#symbol} of a word, else the number of its kind or mark.
   *
   * @return 0 outside of the text
   */
  int symbol(int token);

  /** Whether nothing stands between a token and the one before it. */
  boolean glued(int token);

  /** Whether a token is a word that begins with a capital letter. */
  boolean startsUpper(int token);
}
