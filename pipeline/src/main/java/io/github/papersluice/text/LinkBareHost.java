package io.github.papersluice.text;

/** Judges a host that stands in a text without a scheme. */
final class LinkBareHost {
  private final byte[] text;
  private final int floor;
  private final int textEnd;
  private final LinkBuilder url;
  private final int from;
  private final int hostEnd;

  /**
   * A host in a text.
   *
   * @param text the text
   * @param floor its first byte that may be looked at
   * @param textEnd its end
   * @param url the host, cleaned
   * @param from where the host begins in the text
   * @param hostEnd where it ends there
   */
  LinkBareHost(byte[] text, int floor, int textEnd, LinkBuilder url, int from, int hostEnd) {
    this.text = text;
    this.floor = floor;
    this.textEnd = textEnd;
    this.url = url;
    this.from = from;
    this.hostEnd = hostEnd;
  }

  /** {@code name@example.org}, and {@code first.last} of it. */
  private boolean isPartOfAddress() {
    return (from > floor && text[from - 1] == '@') || (hostEnd < textEnd && text[hostEnd] == '@');
  }

  /**
   * Whether a host that stands there without a scheme is a place on the web and not a name, a file,
   * an abbreviation or two sentences with no space between.
   */
  boolean isPlausible() {
    return !isPartOfAddress() && isPlausibleHost();
  }

  private boolean isPlausibleHost() {
    int dot = url.lastIndexOf('.', url.length());
    byte[] host = url.bytes();
    if (!LinkDomains.isTopLevel(host, dot + 1, url.length())) {
      return false;
    }
    if (LinkHost.isWellKnown(url.text(0, url.length()))) {
      return !isCapitalised() || hasPath() || labels() > 2;
    }
    if (isInFilePath()
        || !isLowerCaseLabel(dot)
        || isDigits(host, url.lastIndexOf('.', dot) + 1, dot)) {
      return false;
    }
    boolean ambiguous = LinkDomains.isAmbiguous(host, dot + 1, url.length());
    if (hasPath() || hasPort()) {
      return !ambiguous || labels() > 2 || isShortener();
    }
    return isPlausibleAlone(dot, ambiguous);
  }

  /**
   * A bare host is a link if it is written in lower case ({@code Amazon.com} is a company) and
   * either has three labels or more, or an established domain, or a word before it that points
   * ({@code visit kaggle.ai}).
   */
  private boolean isPlausibleAlone(int dot, boolean ambiguous) {
    if (ambiguous || hasUpperCase() || shortestLabel() < 2) {
      return false;
    }
    return labels() > 2
        || LinkDomains.isEstablished(url.bytes(), dot + 1, url.length())
        || followsPointer();
  }

  /** {@code C:\\data\\a.com}, {@code ../data.io/x}, {@code s3://bucket.example.org/x}. */
  private boolean isInFilePath() {
    if (from <= floor || (text[from - 1] != '/' && text[from - 1] != '\\')) {
      return false;
    }
    return !LinkText.endsWith(text, floor, from, "tp://")
        && !LinkText.endsWith(text, floor, from, "tps://");
  }

  private boolean hasPort() {
    return hostEnd + 1 < textEnd
        && text[hostEnd] == ':'
        && LinkCharacters.isDigit(text[hostEnd + 1]);
  }

  /** The top-level domain as written is in lower case: {@code ASP.NET/MVC}, {@code Net.In/Out}. */
  private boolean isLowerCaseLabel(int dot) {
    return LinkCharacters.isLowerCase(text[from + dot + 1]);
  }

  private boolean hasUpperCase() {
    for (int i = from; i < from + url.length(); i++) {
      if (LinkCharacters.isUpperCase(text[i])) {
        return true;
      }
    }
    return false;
  }

  private boolean isCapitalised() {
    return LinkCharacters.isUpperCase(text[from]);
  }

  private static boolean isDigits(byte[] host, int from, int to) {
    boolean digits = true;
    for (int i = from; i < to; i++) {
      digits &= LinkCharacters.isDigit(host[i]);
    }
    return digits;
  }

  /** Two-letter sites on ambiguous domains that are known for short links and messages. */
  private boolean isShortener() {
    return switch (url.text(0, url.length())) {
      case "t.me", "youtu.be", "redd.it", "git.io", "j.mp", "is.gd", "cutt.ly" -> true;
      default -> false;
    };
  }

  private int labels() {
    int labels = 1;
    for (int i = 0; i < url.length(); i++) {
      labels += url.at(i) == '.' ? 1 : 0;
    }
    return labels;
  }

  private int shortestLabel() {
    int shortest = Integer.MAX_VALUE;
    int length = 0;
    for (int i = 0; i <= url.length(); i++) {
      if (i == url.length() || url.at(i) == '.') {
        shortest = Math.min(shortest, length);
        length = 0;
      } else {
        length++;
      }
    }
    return shortest;
  }

  private static final String[] POINTERS = {"at", "visit", "see", "via", "on", "under", "to"};

  /** Whether a colon or a word such as "at" stands before the host. */
  private boolean followsPointer() {
    int i = from;
    while (i > floor && " \"'(<[{`".indexOf(text[i - 1]) >= 0) {
      i--;
    }
    if (i > floor && text[i - 1] == ':') {
      return true;
    }
    for (String pointer : POINTERS) {
      int before = i - pointer.length() - 1;
      if (LinkText.endsWith(text, floor, i, pointer)
          && (before < floor || !LinkCharacters.isLetter(text[before]))) {
        return i < from;
      }
    }
    return false;
  }

  private boolean hasPath() {
    return hostEnd < textEnd && text[hostEnd] == '/';
  }
}
