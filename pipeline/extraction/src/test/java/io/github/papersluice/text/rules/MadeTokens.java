package io.github.papersluice.text.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text cut into runs of letters, runs of digits and single marks, as the tests need it. */
final class MadeTokens implements TokenView {
  static final int NUMBER = 2;

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z]+|[0-9]+|[^ ]");

  private final Lexicon lexicon;
  private final List<String> tokens = new ArrayList<>();
  private final List<Boolean> glued = new ArrayList<>();

  MadeTokens(Lexicon lexicon, String text) {
    this.lexicon = lexicon;
    Matcher matcher = TOKEN.matcher(text);
    int end = -1;
    while (matcher.find()) {
      tokens.add(matcher.group());
      glued.add(matcher.start() == end);
      end = matcher.end();
    }
  }

  int firstNumber() {
    for (int i = 0; i < tokens.size(); i++) {
      if (symbol(i) == NUMBER) {
        return i;
      }
    }
    throw new IllegalStateException("no number in " + tokens);
  }

  private boolean isInside(int token) {
    return token >= 0 && token < tokens.size();
  }

  @Override
  public int symbol(int token) {
    if (!isInside(token)) {
      return 0;
    }
    byte[] bytes = tokens.get(token).getBytes(ISO_8859_1);
    if (Character.isLetter(bytes[0])) {
      return lexicon.symbol(bytes, 0, bytes.length);
    }
    return Character.isDigit(bytes[0]) ? NUMBER : bytes[0];
  }

  @Override
  public boolean glued(int token) {
    return isInside(token) && glued.get(token);
  }

  @Override
  public boolean startsUpper(int token) {
    return isInside(token) && Character.isUpperCase(tokens.get(token).charAt(0));
  }
}
