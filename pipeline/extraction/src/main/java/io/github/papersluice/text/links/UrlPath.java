package io.github.papersluice.text.links;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Reads what follows a URL's host, up to what cannot belong to it, and undoes LaTeX's and HTML's
 * escapes on the way.
 */
final class UrlPath {
  /** Longer URLs are cut, so that reading one that is cut back to its start costs a constant. */
  static final int LONGEST = 2048;

  /** The length of a character of three bytes in percent codes. */
  private static final int INVISIBLE_CODE = 9;

  private final byte[] text;
  private final int end;
  private final UrlBuilder url;
  private final int hostLength;
  private final boolean gitHub;

  private int at;
  private int openParentheses;
  private int segment;

  UrlPath(byte[] text, int end, UrlBuilder url, int hostLength, boolean gitHub) {
    this.text = text;
    this.end = end;
    this.url = url;
    this.hostLength = hostLength;
    this.gitHub = gitHub;
  }

  /** Reads on from a place; afterwards {@link #end()} is the first one not read. */
  void read(int from) {
    at = from;
    while (at < end && url.length() < LONGEST && readOne(text[at])) {}
    cutUnclosedParenthesis();
  }

  /** Reads the path of {@code git@github.com:a/b}, whose colon stands for its first slash. */
  void readAfterColon(int colon) {
    at = colon;
    segment = 1;
    take('/', 1);
    read(at);
  }

  int end() {
    return at;
  }

  private boolean readOne(int b) {
    if ((b == ':' && isSchemeOfNextUrl()) || (b == ',' && isNextHost(at + 1))) {
      return false;
    }
    if (UrlCharacters.isUrl(b)) {
      return isDoubledSlash(b) ? skip(1) : mayFollow(b) && take(b, 1);
    }
    if (UrlCharacters.isBeyondAscii(b)) {
      return readBeyondAscii();
    }
    return switch (b) {
      case '(' -> open();
      case ')' -> close();
      case '%' -> isInvisibleCode() ? skip(INVISIBLE_CODE) : isPercentCode(at + 1) && take('%', 1);
      case '&' -> readAmpersand();
      case '\\' -> readEscape(at, 0);
      case '{' -> readEscape(at, 0) || readGroup();
      case '$' -> readEscape(at, 0);
      default -> false;
    };
  }

  /** {@code github.com//OWNER/NAME} is {@code github.com/OWNER/NAME}. */
  private boolean isDoubledSlash(int b) {
    return gitHub && b == '/' && (segment == 1 || segment == 2) && url.last() == '/';
  }

  private boolean skip(int sourceLength) {
    at += sourceLength;
    return true;
  }

  /** On GitHub, an owner and a repository's name end at what cannot stand in them. */
  private boolean mayFollow(int b) {
    if (!gitHub || segment > 2) {
      return true;
    }
    if (b == '/' || b == '?' || b == '#') {
      segment = b == '/' ? segment + 1 : 3;
      return true;
    }
    return segment == 1 ? GitHubUrl.isOwner(b) : GitHubUrl.isName(b);
  }

  private boolean take(int b, int sourceLength) {
    at += sourceLength;
    url.append(b, at);
    return true;
  }

  private boolean open() {
    openParentheses++;
    return take('(', 1);
  }

  /** A closing parenthesis belongs to the URL only if the opening one does. */
  private boolean close() {
    if (openParentheses == 0) {
      return false;
    }
    openParentheses--;
    return take(')', 1);
  }

  private void cutUnclosedParenthesis() {
    int closed = 0;
    int cut = url.length();
    for (int i = url.length() - 1; openParentheses > 0 && i >= hostLength; i--) {
      if (url.at(i) == ')') {
        closed++;
      } else if (url.at(i) == '(' && closed-- == 0) {
        cut = i;
        closed = 0;
      }
    }
    url.cut(cut);
  }

  /** A zero-width space that a copied URL brought along, as a browser encodes it. */
  private boolean isInvisibleCode() {
    return FieldText.startsWith(text, at, end, "%e2%80%8b")
        || FieldText.startsWith(text, at, end, "%e2%80%8c")
        || FieldText.startsWith(text, at, end, "%e2%80%8d")
        || FieldText.startsWith(text, at, end, "%ef%bb%bf");
  }

  private boolean isPercentCode(int from) {
    return from + 1 < end
        && UrlCharacters.isHexDigit(text[from])
        && UrlCharacters.isHexDigit(text[from + 1]);
  }

  /** {@code a/bhttps://c.d}: a second URL follows without a space, unless it is a path's part. */
  private boolean isSchemeOfNextUrl() {
    if (!startsWith(at, "://")) {
      return false;
    }
    int length = url.length();
    int scheme = url.endsWith("https", length) ? 5 : url.endsWith("http", length) ? 4 : 0;
    if (scheme == 0 || length - scheme <= hostLength) {
      return scheme > 0;
    }
    int before = url.at(length - scheme - 1);
    if (segment == 0 && (before == '/' || before == '=')) {
      return false;
    }
    url.cut(length - scheme);
    at -= scheme;
    return true;
  }

  /** {@code a.github.io/b,www.example.org}: a host that is known by its name follows a comma. */
  private boolean isNextHost(int from) {
    return startsWith(from, "www.")
        || startsWith(from, "github.com/")
        || startsWith(from, "huggingface.co/");
  }

  private boolean startsWith(int from, String expected) {
    if (end - from < expected.length()) {
      return false;
    }
    for (int i = 0; i < expected.length(); i++) {
      if (text[from + i] != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean readAmpersand() {
    if (startsWith(at, "&lt;") || startsWith(at, "&gt;") || startsWith(at, "&quot;")) {
      return false;
    }
    return take('&', startsWith(at, "&amp;") ? 5 : 1);
  }

  /**
   * What LaTeX's special characters and their names stand for; of two that begin alike the longer.
   */
  private static final String[][] ESCAPES = {
    {"\\textasciitilde{}", "~"},
    {"\\textasciitilde ", "~"},
    {"\\textasciitilde", "~"},
    {"\\textunderscore{}", "_"},
    {"\\textunderscore ", "_"},
    {"\\textunderscore", "_"},
    {"\\string~", "~"},
    {"\\~{}", "~"},
    {"\\~{ }", "~"},
    {"\\_", "_"},
    {"\\%", "%"},
    {"\\#", "#"},
    {"\\&", "&"},
    {"\\~", "~"},
    {"\\-", "-"},
    {"\\/", "/"},
    {"\\sim", "~"},
    {"\\char`\\_", "_"},
    {"\\char`\\~", "~"},
    {"\\char`~", "~"},
    {"{\\~{}}", "~"},
    {"$\\sim$", "~"},
    {"$\\tilde{}$", "~"},
    {"$\\tilde{ }$", "~"},
    {"$\\tilde{\\ }$", "~"},
    {"$\\tilde{~}$", "~"},
    {"$_$", "_"},
    {"$\\_$", "_"},
    {"$-$", "-"},
    {"$.$", "."},
    {"\\text{-}", "-"},
  };

  /** An escape at a place, and {@code closing} bytes of markup that end with it. */
  private boolean readEscape(int from, int closing) {
    for (String[] escape : ESCAPES) {
      if (startsWith(from, escape[0])) {
        return take(escape[1].charAt(0), from - at + escape[0].length() + closing);
      }
    }
    // \\_ : escaped twice.
    return startsWith(from, "\\\\_") && take('_', from - at + 3 + closing);
  }

  /** {@code {\_}}, {@code {~}}, {@code {\textasciitilde}}: a group around one character. */
  private boolean readGroup() {
    int close = at + 1;
    while (close < end && close - at < 24 && text[close] != '}') {
      close++;
    }
    if (close >= end || text[close] != '}') {
      return false;
    }
    if (close == at + 2 && "~_-#%".indexOf(text[at + 1]) >= 0) {
      return take(text[at + 1], 3);
    }
    return isWholeEscape(at + 1, close) && readEscape(at + 1, close - at - length(at + 1));
  }

  private boolean isWholeEscape(int from, int to) {
    return length(from) == to - from;
  }

  private int length(int from) {
    for (String[] escape : ESCAPES) {
      if (startsWith(from, escape[0])) {
        return escape[0].length();
      }
    }
    return -1;
  }

  private boolean readBeyondAscii() {
    int length = PercentEncoding.length(text[at]);
    if (at + length > end) {
      return false;
    }
    int codePoint = PercentEncoding.codePoint(text, at);
    // Hyphens that typesetting puts in the place of the one on the keyboard.
    if (codePoint == 0x2010 || codePoint == 0x2011) {
      return take('-', length);
    }
    if (UrlCharacters.isInvisible(codePoint)) {
      return skip(length);
    }
    if (!UrlCharacters.isInternationalLetter(codePoint)) {
      return false;
    }
    int sourceEnd = at + length;
    for (byte b : new String(text, at, length, UTF_8).getBytes(UTF_8)) {
      url.append(b, sourceEnd);
    }
    at = sourceEnd;
    return true;
  }
}
