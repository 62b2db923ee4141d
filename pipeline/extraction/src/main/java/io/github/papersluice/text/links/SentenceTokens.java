package io.github.papersluice.text.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.text.rules.TokenView;
import java.util.Arrays;
import java.util.List;

/**
 * The tokens of a run of text: words, links, numbers and the marks that divide clauses. Hyphens,
 * quotes and LaTeX commands are left out, and so are braces but those around the label of a link.
 * Used again for each run.
 */
final class SentenceTokens implements TokenView {
  private static final String MARKS = ",.:;()[]";

  private static final int[] NONE = {};

  private int[] symbols = NONE;
  private int[] starts = NONE;
  private int count;
  private boolean inLabel;
  private byte[] text;
  private int from;
  private int to;

  /** How many tokens there are. */
  int count() {
    return count;
  }

  /** Where in the text the run begins. */
  int from() {
    return from;
  }

  /** Where in the text the run ends. */
  int to() {
    return to;
  }

  @Override
  public int symbol(int token) {
    return token >= 0 && token < count ? symbols[token] : 0;
  }

  @Override
  public boolean glued(int token) {
    return token > 0 && token < count && text[starts[token] - 1] != ' ';
  }

  @Override
  public boolean startsUpper(int token) {
    return token >= 0 && token < count && UrlCharacters.isUpperCase(text[starts[token]]);
  }

  /** A token that is a word, as written. */
  String text(int token) {
    return new String(text, starts[token], endOfWord(starts[token], to) - starts[token], UTF_8);
  }

  /** The token that begins at a place of the text. */
  int at(int start) {
    int found = Arrays.binarySearch(starts, 0, count, start);
    return found < 0 ? -found - 1 : found;
  }

  /**
   * Reads a run of text.
   *
   * @param mentions the text's links
   * @param next the first of them that may lie in the run; earlier ones are passed
   */
  void read(byte[] newText, int newFrom, int newTo, List<LinkMention> mentions, int next) {
    text = newText;
    from = newFrom;
    to = newTo;
    count = 0;
    inLabel = false;
    int at = from;
    int mention = next;
    while (mention < mentions.size() && mentions.get(mention).endByte() <= from) {
      mention++;
    }
    while (at < to) {
      if (mention < mentions.size() && at >= mentions.get(mention).startByte()) {
        int end = mentions.get(mention++).endByte();
        if (end > at) {
          add(ReleaseWords.LINK, at);
          at = end;
        }
      } else {
        int limit = mention < mentions.size() ? mentions.get(mention).startByte() : to;
        at = readOne(at, Math.min(limit, to));
      }
    }
  }

  private int readOne(int at, int limit) {
    int b = text[at];
    if (UrlCharacters.isLetter(b)) {
      return readWord(at, limit);
    }
    if (UrlCharacters.isDigit(b)) {
      return readNumber(at, limit);
    }
    if (b == '\\' && at + 1 < limit && UrlCharacters.isLetter(text[at + 1])) {
      return endOfWord(at + 1, limit);
    }
    if (UrlCharacters.isBeyondAscii(b)) {
      return readHan(at, limit);
    }
    if (MARKS.indexOf(b) >= 0 || isBraceOfLink(b)) {
      add(b, at);
    } else if (b == '!' || b == '?') {
      add('.', at);
    }
    return at + 1;
  }

  /** {@code \href{LINK}{label}}: the braces behind a link and around its label. */
  private boolean isBraceOfLink(int b) {
    int last = symbol(count - 1);
    if (b == '{') {
      inLabel = last == '}' && symbol(count - 2) == ReleaseWords.LINK;
      return inLabel;
    }
    boolean closes = b == '}' && (inLabel || last == ReleaseWords.LINK);
    inLabel &= b != '}';
    return closes;
  }

  private int endOfWord(int at, int limit) {
    int end = at;
    while (end < limit && UrlCharacters.isLetter(text[end])) {
      end++;
    }
    return end;
  }

  private int readWord(int at, int limit) {
    int end = endOfWord(at, limit);
    int symbol = ReleaseWords.LEXICON.symbol(text, at, end);
    if (symbol == ReleaseWords.OPEN) {
      int next = sourceAfter(end, limit);
      if (next > 0) {
        add(openSource(end + 1, next), at);
        return next;
      }
    }
    boolean partOfName = symbol == ReleaseWords.BASED && at > from && text[at - 1] == '-';
    add(partOfName ? ReleaseWords.UNKNOWN : symbol, at);
    return end;
  }

  /** The end of "source", "sourced" or "sourcing" behind "open" and a space or hyphen, or 0. */
  private int sourceAfter(int openEnd, int limit) {
    int start = openEnd + 1;
    boolean parted = openEnd < limit && (text[openEnd] == '-' || text[openEnd] == ' ');
    return parted && FieldText.startsWith(text, start, limit, "sourc")
        ? endOfWord(start, limit)
        : 0;
  }

  private int openSource(int start, int end) {
    if (FieldText.startsWith(text, start, end, "sourced")) {
      return ReleaseWords.OPEN_SOURCED;
    }
    return FieldText.startsWith(text, start, end, "sourci")
        ? ReleaseWords.OPEN_SOURCING
        : ReleaseWords.OPEN_SOURCE;
  }

  private int readNumber(int at, int limit) {
    int end = at;
    while (end < limit && UrlCharacters.isDigit(text[end])) {
      end++;
    }
    add(ReleaseWords.NUMBER, at);
    return end;
  }

  /** Chinese is written without spaces: the few words that matter here are read one by one. */
  private int readHan(int at, int limit) {
    for (HanWord word : HanWord.values()) {
      int end = at + word.bytes.length;
      if (end <= limit && Arrays.equals(text, at, end, word.bytes, 0, word.bytes.length)) {
        add(word.symbol, at);
        return end;
      }
    }
    int end = at + 1;
    while (end < limit && (text[end] & 0xC0) == 0x80) {
      end++;
    }
    return end;
  }

  private void add(int symbol, int start) {
    if (count == symbols.length) {
      symbols = Arrays.copyOf(symbols, 2 * count + 64);
      starts = Arrays.copyOf(starts, 2 * count + 64);
    }
    symbols[count] = symbol;
    starts[count++] = start;
  }

  /** Chinese words, each read as the English one that rules know. */
  private enum HanWord {
    CODE("代码", "code"),
    SOURCE_CODE("源码", "code"),
    OPEN_SOURCED("开源", "opensourced"),
    PUBLISHED("公开", "public"),
    RELEASED("发布", "released"),
    WILL("将", "will"),
    ALREADY("已", "is"),
    DATA("数据", "data"),
    MODEL("模型", "model"),
    WE("我们", "we"),
    FULL_STOP("。", "."),
    COMMA("，", ",");

    private final byte[] bytes;
    private final int symbol;

    HanWord(String written, String read) {
      bytes = written.getBytes(UTF_8);
      symbol = read.length() == 1 ? read.charAt(0) : ReleaseWords.symbol(read);
    }
  }
}
