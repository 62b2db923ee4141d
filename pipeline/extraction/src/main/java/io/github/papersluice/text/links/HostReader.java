package io.github.papersluice.text.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** Reads the host of a URL in lower case, over stray spaces within it where a scheme stands. */
final class HostReader {
  private static final int LONGEST = 253;

  private final byte[] text;
  private final int textEnd;
  private final UrlBuilder url;
  private final boolean joins;

  private int at;
  private int end;

  /**
   * A reader of one host.
   *
   * @param text the text
   * @param textEnd its end
   * @param url what the host is added to, empty so far
   * @param joins whether what stray spaces and math-mode marks part is joined
   */
  HostReader(byte[] text, int textEnd, UrlBuilder url, boolean joins) {
    this.text = text;
    this.textEnd = textEnd;
    this.url = url;
    this.joins = joins;
  }

  /** Where the text's run of host characters ends. */
  int runEnd() {
    return at;
  }

  /** Where the host ends, a sentence glued to it cut. */
  int end() {
    return end;
  }

  /** Reads the host that begins at a place. */
  void read(int from) {
    at = from;
    while (at < textEnd && readOne(text[at], from)) {}
    trim();
    end = at;
    cutGluedSentence();
  }

  private boolean readOne(int b, int from) {
    if (b == '.' && Scheme.beginsAt(text, at + 1, textEnd)) {
      return false;
    }
    if (UrlCharacters.isHost(b)) {
      url.append(UrlCharacters.toLowerCase(b), ++at);
      return true;
    }
    if (UrlCharacters.isBeyondAscii(b)) {
      return isInvisible() ? skipInvisible() : isLetter() && readLetter();
    }
    boolean stray =
        b == '$' ? StraySpaces.isMathDot(text, from, at, textEnd) : b == ' ' && goesOnBehind();
    at += joins && stray ? 1 : 0;
    return joins && stray;
  }

  /** A zero-width space and the like, which come with text that was copied from a page. */
  private boolean isInvisible() {
    return at + PercentEncoding.length(text[at]) <= textEnd
        && UrlCharacters.isInvisible(PercentEncoding.codePoint(text, at));
  }

  private boolean skipInvisible() {
    at += PercentEncoding.length(text[at]);
    return true;
  }

  /** A letter of an international host; text without spaces may follow a host that is complete. */
  private boolean isLetter() {
    if (at + PercentEncoding.length(text[at]) > textEnd) {
      return false;
    }
    int codePoint = PercentEncoding.codePoint(text, at);
    return UrlCharacters.isInternationalLetter(codePoint)
        || (joins && Character.isLetterOrDigit(codePoint) && !hasTopLevelDomain());
  }

  private boolean readLetter() {
    int next = at + PercentEncoding.length(text[at]);
    String letter = new String(text, at, next - at, UTF_8).toLowerCase(Locale.ROOT);
    for (byte b : letter.getBytes(UTF_8)) {
      url.append(b, next);
    }
    at = next;
    return true;
  }

  /** Whether the host goes on behind a stray space: {@code github. com/}, {@code my- site.io}. */
  private boolean goesOnBehind() {
    if (url.length() == 0 || at + 1 >= textEnd || hasTopLevelDomain()) {
      return false;
    }
    int last = url.last();
    if (text[at + 1] == '.') {
      return at + 2 < textEnd && StraySpaces.topLevelEnd(text, at + 2, textEnd) > 0;
    }
    if (last == '.' && StraySpaces.topLevelEnd(text, at + 1, textEnd) > 0) {
      return true;
    }
    boolean oneLabel = url.lastIndexOf('.', url.length() - 1) < 0;
    return (last == '-' || last == '.') && oneLabel && hostFollows(at + 1);
  }

  private boolean hostFollows(int from) {
    int to = from;
    int dot = -1;
    while (to < textEnd && to - from < LONGEST && isInBrokenHost(to, from)) {
      dot = text[to] == '.' && to + 1 < textEnd && UrlCharacters.isHost(text[to + 1]) ? to : dot;
      to++;
    }
    int labelEnd = to > from && text[to - 1] == '.' ? to - 1 : to;
    return dot > from && Domains.isTopLevel(text, dot + 1, labelEnd);
  }

  /** A host character, or a space behind a hyphen: {@code own- site.io}. */
  private boolean isInBrokenHost(int i, int from) {
    return UrlCharacters.isHost(text[i]) || (text[i] == ' ' && i > from && text[i - 1] == '-');
  }

  private void trim() {
    int length = url.length();
    while (length > 0 && ".-_".indexOf(url.at(length - 1)) >= 0) {
      length--;
    }
    url.cut(length);
  }

  /** {@code https://a.github.io.The next}: the dot ends a sentence. */
  private void cutGluedSentence() {
    int dot = url.lastIndexOf('.', url.length());
    if (dot <= 0 || url.length() - dot < 2 || (at < textEnd && text[at] == '/')) {
      return;
    }
    int word = url.sourceEnd(dot + 1);
    boolean capitalised =
        UrlCharacters.isUpperCase(text[word])
            && (word + 1 >= at || UrlCharacters.isLowerCase(text[word + 1]));
    int previous = url.lastIndexOf('.', dot);
    if (capitalised && previous > 0 && Domains.isTopLevel(url.bytes(), previous + 1, dot)) {
      url.cut(dot);
      end = url.sourceEnd(dot);
    }
  }

  private boolean hasTopLevelDomain() {
    int to = url.length();
    while (to > 0 && url.at(to - 1) == '.') {
      to--;
    }
    int from = to;
    while (from > 0 && to - from <= Domains.LONGEST && url.at(from - 1) != '.') {
      from--;
    }
    return from > 1 && Domains.isTopLevel(url.bytes(), from, to);
  }

  /** Whether what has been read can be a host with a scheme before it. */
  boolean isHost() {
    return isDomain() || isAddress();
  }

  /**
   * Labels with a dot between, none empty, the last one of two characters or more (RFC 1034, 3.5)
   * and not begun with a digit, for that would make an address (URL Standard, "ends in a number").
   */
  boolean isDomain() {
    int dot = url.lastIndexOf('.', url.length());
    int label = url.length() - dot - 1;
    if (dot <= 0 || label < 2 || url.length() > LONGEST || hasEmptyLabel()) {
      return false;
    }
    return !UrlCharacters.isDigit(url.at(dot + 1)) && url.lastIndexOf('_', url.length()) < dot;
  }

  private boolean hasEmptyLabel() {
    for (int i = 0; i < url.length(); i++) {
      if (url.at(i) == '.' && (i == 0 || url.at(i - 1) == '.')) {
        return true;
      }
    }
    return false;
  }

  /** Four numbers below 256: an IPv4 address (RFC 3986, section 3.2.2). */
  private boolean isAddress() {
    if (url.length() > 15) {
      return false;
    }
    String[] numbers = url.text(0, url.length()).split("\\.", -1);
    int valid = 0;
    for (String number : numbers) {
      boolean digits = !number.isEmpty() && number.length() <= 3;
      for (int i = 0; i < number.length(); i++) {
        digits &= UrlCharacters.isDigit(number.charAt(i));
      }
      valid += digits && Integer.parseInt(number) < 256 ? 1 : 0;
    }
    return numbers.length == 4 && valid == 4;
  }
}
