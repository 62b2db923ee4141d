package io.github.papersluice.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.model.LinkKind;
import java.util.Locale;

/**
 * Reads the link around one dot of a text, if there is one. Used again for each dot; never looks at
 * what lies before the floor that it is given, and always ends behind the dot.
 */
final class LinkReader {
  private static final int LONGEST_HOST = 253;

  private final byte[] text;
  private final int textEnd;

  private int floor;
  private int end;

  private String scheme;
  private int start;
  private LinkBuilder url;
  private int hostEnd;

  LinkReader(byte[] text, int textEnd) {
    this.text = text;
    this.textEnd = textEnd;
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
    url = new LinkBuilder();
    if (!readHostWithScheme(dot) && !readHostAlone(dot)) {
      return null;
    }
    return readRest();
  }

  private boolean readHostWithScheme(int dot) {
    int run = dot;
    while (run > floor && isInHost(run - 1)) {
      run--;
    }
    int hostStart = findScheme(run);
    if (hostStart < 0) {
      return false;
    }
    readHostRun(skipUser(hostStart), true);
    if (end <= dot) {
      end = dot + 1;
    }
    cutGluedSentence();
    if (isDomain() || isAddress()) {
      return true;
    }
    url.cut(0);
    return false;
  }

  private boolean isInHost(int i) {
    int b = text[i];
    return LinkCharacters.isHost(b)
        || LinkCharacters.isBeyondAscii(b)
        || (b == '$' && LinkStraySpaces.isMathDot(text, floor, i, textEnd));
  }

  /**
   * Finds the scheme before a run of host characters and sets {@link #scheme} and {@link #start}.
   *
   * @return where the host begins: before the run if stray spaces broke it; -1 without a scheme
   */
  private int findScheme(int run) {
    if (schemeBefore(run)) {
      return run;
    }
    if (run > floor && text[run - 1] == '@') {
      int user = run - 1;
      while (user > floor && isInUser(text[user - 1])) {
        user--;
      }
      return user < run - 1 && schemeBefore(user) ? user : -1;
    }
    return findBrokenHost(run);
  }

  /** {@code https://my- site.github.io}, {@code https://my-site. github.io}. */
  private int findBrokenHost(int run) {
    if (run - 2 < floor || text[run - 1] != ' ') {
      return -1;
    }
    int first = run - 1;
    while (first > floor && LinkCharacters.isHost(text[first - 1])) {
      first--;
    }
    boolean open = text[run - 2] == '-' || text[run - 2] == '.' || text[run] == '.';
    boolean oneLabel = true;
    for (int i = first; i < run - 2; i++) {
      oneLabel &= text[i] != '.';
    }
    return first < run - 1 && open && oneLabel && schemeBefore(first) ? first : -1;
  }

  /**
   * Looks for {@code https://} before a place and takes it, also with a stray space or two and with
   * one of its three marks missing ({@code https:/host}, {@code https//host}, {@code https:host}).
   */
  private boolean schemeBefore(int hostStart) {
    int slashes = skipSpaceLeft(hostStart);
    int i = slashes;
    while (i > floor && slashes - i < 2 && text[i - 1] == '/') {
      i--;
    }
    boolean both = slashes - i == 2;
    i = skipSpaceLeft(i);
    boolean colon = i > floor && text[i - 1] == ':';
    return (colon || both) && takeScheme(colon ? skipSpaceLeft(i - 1) : i);
  }

  private boolean takeScheme(int schemeEnd) {
    for (String known : SCHEMES) {
      if (LinkText.endsWith(text, floor, schemeEnd, known)) {
        scheme = known;
        start = schemeEnd - known.length();
        return true;
      }
    }
    return false;
  }

  private static final String[] SCHEMES = {"https", "http", "ftp"};

  private int skipSpaceLeft(int i) {
    return i > floor && text[i - 1] == ' ' ? i - 1 : i;
  }

  private static boolean isInUser(int b) {
    return LinkCharacters.isHost(b) || b == '~' || b == '%' || b == '+' || b == ':';
  }

  /** Skips {@code user:password@}, which is no part of where the link leads. */
  private int skipUser(int hostStart) {
    int i = hostStart;
    while (i < textEnd && isInUser(text[i])) {
      i++;
    }
    return i < textEnd && text[i] == '@' ? i + 1 : hostStart;
  }

  /** Reads a run of host characters into {@link #url}; {@link #end} is then behind it. */
  private void readHostRun(int from, boolean hasScheme) {
    int i = from;
    while (i < textEnd) {
      int b = text[i];
      if (LinkCharacters.isHost(b)) {
        url.append(LinkCharacters.toLowerCase(b), ++i);
      } else if (hasScheme && b == '$' && LinkStraySpaces.isMathDot(text, from, i, textEnd)) {
        i++;
      } else if (hasScheme && b == ' ' && joinsHost(i)) {
        i++;
      } else if (hasScheme && LinkCharacters.isBeyondAscii(b) && isLetterAt(i)) {
        i = appendCharacter(i);
      } else {
        break;
      }
    }
    end = Math.max(end, i);
    trimHost();
    hostEnd = i;
  }

  /** Whether the host goes on behind a stray space: {@code github. com/}, {@code my- site.io}. */
  private boolean joinsHost(int space) {
    if (url.length() == 0 || space + 1 >= textEnd) {
      return false;
    }
    int last = url.last();
    int next = text[space + 1];
    boolean complete = hasTopLevelDomain();
    if (complete) {
      return false;
    }
    if (next == '.') {
      return space + 2 < textEnd && LinkStraySpaces.topLevelEnd(text, space + 2, textEnd) > 0;
    }
    if (last == '.' && LinkStraySpaces.topLevelEnd(text, space + 1, textEnd) > 0) {
      return true;
    }
    return (last == '-' || last == '.') && oneLabel() && hostFollows(space + 1);
  }

  private boolean oneLabel() {
    for (int i = 0; i < url.length() - 1; i++) {
      if (url.at(i) == '.') {
        return false;
      }
    }
    return true;
  }

  private boolean hostFollows(int from) {
    int to = from;
    int dot = -1;
    while (to < textEnd && to - from < LONGEST_HOST && LinkCharacters.isHost(text[to])) {
      dot = text[to] == '.' && to + 1 < textEnd && LinkCharacters.isHost(text[to + 1]) ? to : dot;
      to++;
    }
    int labelEnd = to > from && text[to - 1] == '.' ? to - 1 : to;
    return dot > from && LinkDomains.isTopLevel(text, dot + 1, labelEnd);
  }

  private boolean isLetterAt(int i) {
    int length = LinkUtf8.length(text[i]);
    return i + length <= textEnd && Character.isLetterOrDigit(LinkUtf8.codePoint(text, i));
  }

  private int appendCharacter(int i) {
    int next = i + LinkUtf8.length(text[i]);
    for (byte b : lowerCase(i, next)) {
      url.append(b, next);
    }
    return next;
  }

  private byte[] lowerCase(int from, int to) {
    return new String(text, from, to - from, UTF_8).toLowerCase(Locale.ROOT).getBytes(UTF_8);
  }

  private void trimHost() {
    int length = url.length();
    while (length > 0 && ".-_".indexOf(url.at(length - 1)) >= 0) {
      length--;
    }
    url.cut(length);
  }

  /** {@code https://a.github.io.The next}: the dot ends a sentence. */
  private void cutGluedSentence() {
    int dot = lastDot(url.length());
    if (dot <= 0 || url.length() - dot < 2 || isPathStart(hostEnd)) {
      return;
    }
    int word = url.sourceEnd(dot + 1);
    int second = word + 1;
    boolean capitalised =
        LinkCharacters.isUpperCase(text[word])
            && (second >= hostEnd || LinkCharacters.isLowerCase(text[second]));
    int previous = lastDot(dot);
    if (capitalised && previous > 0 && LinkDomains.isTopLevel(url.bytes(), previous + 1, dot)) {
      url.cut(dot);
      hostEnd = url.sourceEnd(dot);
    }
  }

  private int lastDot(int before) {
    return url.lastIndexOf('.', before);
  }

  private boolean hasTopLevelDomain() {
    int length = url.length();
    while (length > 0 && url.at(length - 1) == '.') {
      length--;
    }
    int dot = lastDot(length);
    return dot > 0 && LinkDomains.isTopLevel(url.bytes(), dot + 1, length);
  }

  /** Labels with a dot between, none empty, the last one of two letters or more (RFC 1034, 3.5). */
  private boolean isDomain() {
    int dot = lastDot(url.length());
    int label = url.length() - dot - 1;
    if (dot <= 0 || label < 2 || url.length() > LONGEST_HOST || hasEmptyLabel()) {
      return false;
    }
    boolean letters = true;
    for (int i = dot + 1; i < url.length(); i++) {
      int b = url.at(i);
      letters &= LinkCharacters.isLetter(b) || LinkCharacters.isBeyondAscii(b);
    }
    return letters || url.text(dot + 1, url.length()).startsWith("xn--");
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
        digits &= LinkCharacters.isDigit(number.charAt(i));
      }
      valid += digits && Integer.parseInt(number) < 256 ? 1 : 0;
    }
    return numbers.length == 4 && valid == 4;
  }

  private boolean readHostAlone(int dot) {
    int from = dot;
    while (from > floor && LinkCharacters.isHost(text[from - 1])) {
      from--;
    }
    while (from < dot && !LinkCharacters.isAlphanumeric(text[from])) {
      from++;
    }
    from = afterGluedWord(from);
    if (from >= dot) {
      end = Math.max(end, runEnd(dot));
      return false;
    }
    scheme = "https";
    start = from;
    boolean gitHub = dot - from == 6 && LinkText.startsWith(text, from, textEnd, "github");
    readHostRun(from, gitHub && text[dot + 1] == ' ');
    cutGluedSentence();
    return isDomain() && new LinkBareHost(text, floor, textEnd, url, from, hostEnd).isPlausible();
  }

  private int runEnd(int from) {
    int i = from;
    while (i < textEnd && LinkCharacters.isUrl(text[i])) {
      i++;
    }
    return i;
  }

  /** {@code atgithub.com/a/b}: a word before a well-known site without the space between. */
  private int afterGluedWord(int from) {
    for (String word : GLUED_WORDS) {
      int host = from + word.length();
      if (LinkText.startsWith(text, from, textEnd, word)
          && (LinkText.startsWith(text, host, textEnd, "github.com/")
              || LinkText.startsWith(text, host, textEnd, "huggingface.co/")
              || LinkText.startsWith(text, host, textEnd, "www."))) {
        return host;
      }
    }
    return from;
  }

  private static final String[] GLUED_WORDS = {"at", "on", "in", "via", "from", "is", "see", "and"};

  private boolean isPathStart(int at) {
    return at < textEnd && text[at] == '/';
  }

  private LinkMention readRest() {
    int hostLength = url.length();
    String host = url.text(0, hostLength);
    int at = readPort(hostEnd);
    int pathStart = url.length();
    boolean gitHub = LinkHost.isGitHub(host);
    readPath(at, pathStart, gitHub);
    trimTrailers(pathStart);
    cutGluedWord(pathStart);
    LinkGitHub gitHubPath = gitHub ? new LinkGitHub(url, pathStart) : null;
    int surfaceEnd = gitHub ? gitHubPath.writtenEnd() : url.sourceEnd(url.length());
    end = Math.max(end, surfaceEnd);
    trimSlashes(pathStart);
    return mention(host, url.text(hostLength, url.length()), surfaceEnd, gitHubPath);
  }

  private LinkMention mention(String host, String rest, int surfaceEnd, LinkGitHub gitHub) {
    LinkKind kind = gitHub == null ? LinkHost.kind(host) : gitHub.kind();
    String owner = gitHub == null ? null : gitHub.owner();
    String name = gitHub == null ? null : gitHub.name();
    String shownHost = LinkHost.withoutGitHubWww(host);
    return new LinkMention(
        start, surfaceEnd, scheme + "://" + shownHost + rest, shownHost, kind, owner, name);
  }

  /** Reads {@code :8080} where one stands; returns where the path begins. */
  private int readPort(int colon) {
    int i = colon + 1;
    while (i < textEnd && i - colon < 6 && LinkCharacters.isDigit(text[i])) {
      i++;
    }
    boolean port =
        colon < textEnd
            && text[colon] == ':'
            && i > colon + 1
            && (i == textEnd || !LinkCharacters.isLetter(text[i]));
    if (!port) {
      return colon;
    }
    for (int k = colon; k < i; k++) {
      url.append(text[k], k + 1);
    }
    return i;
  }

  private void readPath(int at, int pathStart, boolean gitHub) {
    if (at + 2 < textEnd
        && text[at] == ' '
        && text[at + 1] == '/'
        && LinkCharacters.isAlphanumeric(text[at + 2])) {
      readPath(at + 1, pathStart, gitHub);
      return;
    }
    boolean escaped = at + 1 < textEnd && text[at] == '\\' && text[at + 1] == '/';
    if (at >= textEnd || ("/?#".indexOf(text[at]) < 0 && !escaped)) {
      return;
    }
    LinkPath path = new LinkPath(text, textEnd, url, pathStart, gitHub);
    path.read(at);
    if (url.length() == LinkPath.LONGEST) {
      end = runEnd(path.end());
      return;
    }
    while (url.sourceEnd(url.length()) == path.end()
        && LinkStraySpaces.joinsPath(url, pathStart, gitHub, text, path.end(), textEnd)) {
      path.read(path.end() + 1);
    }
  }

  /** {@code github.com/a/b.The next}: a capitalised word behind a dot begins a sentence. */
  private void cutGluedWord(int pathStart) {
    int length = url.length();
    int dot = lastDot(length);
    if (dot <= pathStart || url.sourceEnd(length) - url.sourceEnd(dot + 1) != length - dot - 1) {
      return;
    }
    String word = url.text(dot + 1, length);
    boolean goesOn = isLowerCaseWordAt(url.sourceEnd(length));
    if (LinkGluedWords.isOpener(word) || (goesOn && LinkGluedWords.isCapitalised(word))) {
      url.cut(dot);
    }
  }

  private boolean isLowerCaseWordAt(int space) {
    return space + 1 < textEnd && text[space] == ' ' && LinkCharacters.isLowerCase(text[space + 1]);
  }

  private void trimTrailers(int pathStart) {
    boolean italic = start > floor && text[start - 1] == '_';
    int length = url.length();
    while (length > pathStart
        && (LinkCharacters.isTrailer(url.at(length - 1))
            || (italic && url.at(length - 1) == '_'))) {
      length--;
    }
    url.cut(length);
  }

  private void trimSlashes(int pathStart) {
    int length = url.length();
    while (length > pathStart
        && (url.at(length - 1) == '/' || LinkCharacters.isTrailer(url.at(length - 1)))) {
      length--;
    }
    url.cut(length);
  }
}
