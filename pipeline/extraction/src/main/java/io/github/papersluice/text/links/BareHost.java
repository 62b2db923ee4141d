package io.github.papersluice.text.links;

/** Judges a host that stands in a text without a scheme. */
final class BareHost {
  private final byte[] text;
  private final int floor;
  private final int textEnd;
  private final UrlBuilder url;
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
  BareHost(byte[] text, int floor, int textEnd, UrlBuilder url, int from, int hostEnd) {
    this.text = text;
    this.floor = floor;
    this.textEnd = textEnd;
    this.url = url;
    this.from = from;
    this.hostEnd = hostEnd;
  }

  /**
   * {@code name@example.org}, {@code first.last} of it, and {@code name [at] example.org}; but
   * {@code git@} is the user of everybody who fetches a repository.
   */
  private boolean isPartOfAddress() {
    boolean git = FieldText.endsWith(text, floor, from, "git@") && isWellKnown();
    return (isBehindAt() && !git) || (hostEnd < textEnd && text[hostEnd] == '@');
  }

  private boolean isBehindAt() {
    int i = from > floor && text[from - 1] == ' ' ? from - 1 : from;
    for (String at : ATS) {
      if (FieldText.endsWith(text, floor, i, at)) {
        return true;
      }
    }
    return false;
  }

  private static final String[] ATS = {"@", "(at)", "[at]", "{at}", "<at>"};

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
    if (!Domains.isTopLevel(host, dot + 1, url.length())) {
      return false;
    }
    if (Host.isCodeHostAlone(url.text(0, url.length()))) {
      // "On github.com" is the site's name: only its paths lead anywhere.
      return leadsOn();
    }
    if (isWellKnown()) {
      return !isCapitalised() || hasPath() || labels() > 2;
    }
    if (isInFilePath()
        || isReversed()
        || !isLowerCaseLabel(dot)
        || isDigits(host, url.lastIndexOf('.', dot) + 1, dot)) {
      return false;
    }
    if (hasPath() || hasPort()) {
      return isPlausibleWithPath(dot);
    }
    return isPlausibleAlone(dot);
  }

  /** Whether a path of more than a slash follows, or Git's user stands before. */
  private boolean leadsOn() {
    int next = hostEnd + 1;
    boolean path =
        next < textEnd
            && (hasPath() || text[hostEnd] == '\\' || text[hostEnd] == ' ')
            && (UrlCharacters.isAlphanumeric(text[next]) || "/_-\\ ".indexOf(text[next]) >= 0);
    return (path && (text[hostEnd] != ' ' || text[next] == '/'))
        || FieldText.endsWith(text, floor, from, "git@");
  }

  private boolean isWellKnown() {
    return Host.isWellKnown(url.text(0, url.length()));
  }

  /** {@code com.example.app}: a package is named by its host read backwards. */
  private boolean isReversed() {
    String host = url.text(0, url.length());
    return host.startsWith("com.") || host.startsWith("org.");
  }

  /**
   * With a path, a domain that is a word needs more labels, or a word before the host that points,
   * or a path that no word can be ({@code shorturl.at/aB1}); a file's ending needs more labels.
   */
  private boolean isPlausibleWithPath(int dot) {
    if (labels() > 2 || isShortener()) {
      return true;
    }
    if (Domains.isFileType(url.bytes(), dot + 1, url.length())) {
      return false;
    }
    return !Domains.isAmbiguous(url.bytes(), dot + 1, url.length())
        || followsPointer()
        || hasCode();
  }

  /** Whether a digit, or a capital behind a small letter, stands in the path's first segment. */
  private boolean hasCode() {
    boolean code = false;
    for (int i = hostEnd + 1; i < textEnd && UrlCharacters.isAlphanumeric(text[i]); i++) {
      code |= UrlCharacters.isDigit(text[i]);
      code |= UrlCharacters.isUpperCase(text[i]) && UrlCharacters.isLowerCase(text[i - 1]);
    }
    return code;
  }

  /**
   * A bare host is a link if it is written in lower case ({@code Amazon.com} is a company) and
   * either has three labels or more, or an established domain, or a word before it that points
   * ({@code visit kaggle.ai}). One whose domain is a word needs both the labels and the pointer.
   */
  private boolean isPlausibleAlone(int dot) {
    byte[] host = url.bytes();
    if (Domains.isFileType(host, dot + 1, url.length()) || shortestLabel() < 2) {
      return false;
    }
    if (hasUpperCase()) {
      return isNamedSite(dot);
    }
    if (Domains.isAmbiguous(host, dot + 1, url.length())) {
      return labels() > 2 && followsPointer();
    }
    return labels() > 2 || Domains.isEstablished(host, dot + 1, url.length()) || followsPointer();
  }

  /**
   * {@code available at Fern-Bench.com}: a hyphen tells the name of a project from that of a
   * company.
   */
  private boolean isNamedSite(int dot) {
    return url.lastIndexOf('-', dot) > 0
        && Domains.isEstablished(url.bytes(), dot + 1, url.length())
        && followsPointer();
  }

  /** {@code C:\\data\\a.com}, {@code ../data.io/x}, {@code s3://bucket.example.org/x}. */
  private boolean isInFilePath() {
    if (from <= floor || (text[from - 1] != '/' && text[from - 1] != '\\')) {
      return false;
    }
    return !FieldText.endsWith(text, floor, from, "tp://")
        && !FieldText.endsWith(text, floor, from, "tps://");
  }

  private boolean hasPort() {
    return hostEnd + 1 < textEnd
        && text[hostEnd] == ':'
        && UrlCharacters.isDigit(text[hostEnd + 1]);
  }

  /** The top-level domain as written is in lower case: {@code ASP.NET/MVC}, {@code Net.In/Out}. */
  private boolean isLowerCaseLabel(int dot) {
    return UrlCharacters.isLowerCase(text[from + dot + 1]);
  }

  private boolean hasUpperCase() {
    for (int i = from; i < from + url.length(); i++) {
      if (UrlCharacters.isUpperCase(text[i])) {
        return true;
      }
    }
    return false;
  }

  private boolean isCapitalised() {
    return UrlCharacters.isUpperCase(text[from]);
  }

  private static boolean isDigits(byte[] host, int from, int to) {
    boolean digits = true;
    for (int i = from; i < to; i++) {
      digits &= UrlCharacters.isDigit(host[i]);
    }
    return digits;
  }

  /** Two-letter sites on ambiguous domains that are known by everyone. */
  private boolean isShortener() {
    return switch (url.text(0, url.length())) {
      case "t.me", "youtu.be", "redd.it" -> true;
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
      if (FieldText.endsWith(text, floor, i, pointer)
          && (before < floor || !UrlCharacters.isLetter(text[before]))) {
        return i < from;
      }
    }
    return false;
  }

  private boolean hasPath() {
    return hostEnd < textEnd && text[hostEnd] == '/';
  }
}
