package io.github.papersluice.text.links;

/**
 * Reads the link around one dot of a text, if there is one. Used again for each dot; never looks at
 * what lies before the floor that it is given, and always ends behind the dot.
 */
final class LinkReader {
  private static final String GIT_USER = "git@";

  private final byte[] text;
  private final int textEnd;
  private final Scheme schemes;

  private int floor;
  private int end;

  private String scheme;
  private int start;
  private UrlBuilder url;
  private int hostEnd;

  LinkReader(byte[] text, int textEnd) {
    this.text = text;
    this.textEnd = textEnd;
    this.schemes = new Scheme(text, textEnd);
  }

  /** Where to go on: behind all that was looked at. */
  int end() {
    return end;
  }

  /**
   * The link around a dot, or null.
   *
   * @param newFloor the first byte that may be looked at
   * @param dot a dot that may stand in a host
   */
  LinkMention read(int newFloor, int dot) {
    floor = newFloor;
    end = dot + 1;
    if (Scheme.beginsAt(text, dot + 1, textEnd)) {
      return null;
    }
    return readHostWithScheme(dot) || readHostAlone(dot) ? readRest() : null;
  }

  private boolean readHostWithScheme(int dot) {
    int run = dot;
    while (run > floor && isInHost(run - 1)) {
      run--;
    }
    int hostStart = schemes.hostStart(floor, run);
    if (hostStart < 0) {
      return false;
    }
    scheme = schemes.name();
    start = schemes.start();
    return readHost(hostStart, true).isHost();
  }

  private boolean isInHost(int i) {
    int b = text[i];
    return UrlCharacters.isHost(b)
        || UrlCharacters.isBeyondAscii(b)
        || (b == '$' && StraySpaces.isMathDot(text, floor, i, textEnd));
  }

  private HostReader readHost(int from, boolean joins) {
    url = new UrlBuilder();
    HostReader host = new HostReader(text, textEnd, url, joins);
    host.read(from);
    end = Math.max(end, host.runEnd());
    hostEnd = host.end();
    return host;
  }

  private boolean readHostAlone(int dot) {
    int from = afterGluedWord(hostStart(dot));
    boolean spacedGitHub =
        from == dot
            && FieldText.endsWith(text, floor, dot, "github ")
            && StraySpaces.topLevelEnd(text, dot + 1, textEnd) > 0;
    from -= spacedGitHub ? "github ".length() : 0;
    if (from >= dot) {
      end = Math.max(end, runEnd(dot));
      return false;
    }
    scheme = "https";
    start = from;
    boolean gitHub = dot - from == 6 && FieldText.startsWith(text, from, textEnd, "github");
    HostReader host = readHost(from, spacedGitHub || (gitHub && text[dot + 1] == ' '));
    return host.isDomain() && new BareHost(text, floor, textEnd, url, from, hostEnd).isPlausible();
  }

  /** The start of the run of ASCII or international letters, digits and marks before a dot. */
  private int hostStart(int dot) {
    int from = dot;
    int before = PercentEncoding.hostCharacterStart(text, floor, from);
    while (before < from) {
      from = before;
      before = PercentEncoding.hostCharacterStart(text, floor, from);
    }
    while (from < dot && ".-_".indexOf(text[from]) >= 0) {
      from++;
    }
    return from;
  }

  private int runEnd(int from) {
    int i = from;
    while (i < textEnd && UrlCharacters.isUrl(text[i])) {
      i++;
    }
    return i;
  }

  /** {@code atgithub.com/a/b}: a word before a well-known site without the space between. */
  private int afterGluedWord(int from) {
    for (String word : GLUED_WORDS) {
      int host = from + word.length();
      if (FieldText.startsWith(text, from, textEnd, word)
          && (FieldText.startsWith(text, host, textEnd, "github.com/")
              || FieldText.startsWith(text, host, textEnd, "huggingface.co/")
              || FieldText.startsWith(text, host, textEnd, "www."))) {
        return host;
      }
    }
    return from;
  }

  private static final String[] GLUED_WORDS = {
    "at", "on", "in", "via", "from", "is", "see", "and", "visit", "here", "link"
  };

  private LinkMention readRest() {
    int hostLength = url.length();
    String host = url.text(0, hostLength);
    boolean gitHub = Host.isGitHub(host);
    boolean gitUser = FieldText.endsWith(text, floor, start, GIT_USER);
    int at = gitUser && isColon(hostEnd) ? hostEnd : readPort(hostEnd);
    int pathStart = url.length();
    readPath(at, pathStart, gitHub, gitUser);
    cutVerbatim(pathStart);
    boolean marked = CutMark.follows(text, url.sourceEnd(url.length()), textEnd, url);
    start -= gitUser ? GIT_USER.length() : 0;
    trimTrailers(pathStart);
    cutGluedWord(pathStart);
    GitHubUrl gitHubPath = gitHub ? new GitHubUrl(url, pathStart) : null;
    int surfaceEnd = gitHub ? gitHubPath.writtenEnd() : url.sourceEnd(url.length());
    end = Math.max(end, surfaceEnd);
    trimSlashes(pathStart);
    return mention(host, url.text(hostLength, url.length()), surfaceEnd, gitHubPath, marked);
  }

  private boolean isColon(int at) {
    return at < textEnd && text[at] == ':';
  }

  private LinkMention mention(
      String host, String rest, int surfaceEnd, GitHubUrl gitHub, boolean marked) {
    LinkTarget whole = gitHub == null ? LinkTarget.of(host, rest) : gitHub.target();
    LinkTarget target = marked ? whole.cutAtTheEndOf(rest) : whole;
    String shownHost = Host.withoutGitHubWww(host);
    return new LinkMention(
        start,
        surfaceEnd,
        scheme + "://" + shownHost + rest,
        shownHost,
        target.kind(),
        target.owner(),
        target.name());
  }

  /** {@code \\verb+URL+}: what stands before the URL ends it. */
  private void cutVerbatim(int pathStart) {
    if (start > floor && FieldText.endsWith(text, floor, start - 1, "\\verb")) {
      int end = pathStart;
      while (end < url.length() && url.at(end) != text[start - 1]) {
        end++;
      }
      url.cut(end);
    }
  }

  /** Reads {@code :8080} where one stands; returns where the path begins. */
  private int readPort(int colon) {
    int i = colon + 1;
    while (i < textEnd && i - colon < 6 && UrlCharacters.isDigit(text[i])) {
      i++;
    }
    boolean port =
        isColon(colon) && i > colon + 1 && (i == textEnd || !UrlCharacters.isLetter(text[i]));
    if (!port) {
      return colon;
    }
    for (int k = colon; k < i; k++) {
      url.append(text[k], k + 1);
    }
    return i;
  }

  private void readPath(int at, int pathStart, boolean gitHub, boolean gitUser) {
    int from = isSpacedSlash(at) ? at + 1 : at;
    UrlPath path = new UrlPath(text, textEnd, url, pathStart, gitHub);
    if (gitUser && isColon(at)) {
      path.readAfterColon(at);
    } else if (isPathStart(from)) {
      path.read(from);
    } else {
      return;
    }
    if (url.length() == UrlPath.LONGEST) {
      end = runEnd(path.end());
      return;
    }
    while (url.sourceEnd(url.length()) == path.end()
        && StraySpaces.joinsPath(url, pathStart, gitHub, text, path.end(), textEnd)) {
      path.read(path.end() + 1);
    }
  }

  private boolean isSpacedSlash(int at) {
    return at + 2 < textEnd
        && text[at] == ' '
        && text[at + 1] == '/'
        && UrlCharacters.isAlphanumeric(text[at + 2]);
  }

  private boolean isPathStart(int at) {
    return at < textEnd
        && ("/?#".indexOf(text[at]) >= 0
            || (text[at] == '\\' && at + 1 < textEnd && text[at + 1] == '/'));
  }

  /**
   * {@code github.com/a/b.The next}, {@code example.org/a,the next}: a capitalised word behind a
   * dot, or a small one behind a comma, belongs to the sentence.
   */
  private void cutGluedWord(int pathStart) {
    int length = url.length();
    int mark = length;
    while (mark > pathStart && UrlCharacters.isLetter(url.at(mark - 1))) {
      mark--;
    }
    if (--mark <= pathStart || mark + 1 == length || !isWrittenAsIs(mark + 1, length)) {
      return;
    }
    String word = url.text(mark + 1, length);
    int next = url.sourceEnd(length);
    boolean goesOn = isLowerCaseWordAt(next) || FieldText.startsWith(text, next, textEnd, ": ");
    boolean glued =
        switch (url.at(mark)) {
          case '.' -> GluedWords.isOpener(word) || (goesOn && GluedWords.isCapitalised(word));
          case ',', ';' -> GluedWords.isOpener(word) || (goesOn && GluedWords.isLowerCase(word));
          default -> false;
        };
    if (glued) {
      url.cut(mark);
    }
  }

  private boolean isWrittenAsIs(int from, int to) {
    return url.sourceEnd(to) - url.sourceEnd(from) == to - from;
  }

  private boolean isLowerCaseWordAt(int space) {
    return space + 1 < textEnd && text[space] == ' ' && UrlCharacters.isLowerCase(text[space + 1]);
  }

  private void trimTrailers(int pathStart) {
    boolean italic = start > floor && text[start - 1] == '_';
    int length = url.length();
    while (length > pathStart
        && (UrlCharacters.isTrailer(url.at(length - 1)) || (italic && url.at(length - 1) == '_'))) {
      length--;
    }
    url.cut(length);
  }

  private void trimSlashes(int pathStart) {
    int length = url.length();
    while (length > pathStart
        && (url.at(length - 1) == '/' || UrlCharacters.isTrailer(url.at(length - 1)))) {
      length--;
    }
    url.cut(length);
  }
}
