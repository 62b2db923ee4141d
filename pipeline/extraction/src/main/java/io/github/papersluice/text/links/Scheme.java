package io.github.papersluice.text.links;

import io.github.papersluice.bytes.ByteSearch;

/** The scheme that stands before a host, whole or damaged. */
final class Scheme {
  private static final String[] KNOWN = {"https", "http", "ftp"};

  private final byte[] text;
  private final int textEnd;

  private int floor;
  private String name;
  private int start;

  Scheme(byte[] text, int textEnd) {
    this.text = text;
    this.textEnd = textEnd;
  }

  /** The scheme found last, in lower case. */
  String name() {
    return name;
  }

  /** Where it begins. */
  int start() {
    return start;
  }

  /**
   * Looks for a scheme before a run of host characters.
   *
   * @param newFloor the first byte that may be looked at
   * @return where the host begins: before the run if stray spaces broke it, behind a user; -1
   *     without a scheme
   */
  int hostStart(int newFloor, int run) {
    floor = newFloor;
    int first = isBefore(run) ? run : run > floor && text[run - 1] == '@' ? user(run) : broken(run);
    return first < 0 ? -1 : behindUser(first);
  }

  /** {@code https://first.last@host}: the run may be what follows the user. */
  private int user(int run) {
    int user = run - 1;
    while (user > floor && isInUser(text[user - 1])) {
      user--;
    }
    return user < run - 1 && isBefore(user) ? user : -1;
  }

  /** Spaces that break a host are passed one after another, at most so many. */
  private static final int MOST_BREAKS = 3;

  /** {@code https://my- own- site.github.io}, {@code https://my-site. github.io}. */
  private int broken(int run) {
    int first = run;
    for (int breaks = 0; breaks < MOST_BREAKS; breaks++) {
      int piece = pieceBefore(first);
      if (piece < 0 || isBefore(piece)) {
        return piece;
      }
      first = piece;
    }
    return -1;
  }

  /** Where the one label begins that ends in a hyphen or dot and a space before a place, or -1. */
  private int pieceBefore(int run) {
    if (run - 2 < floor || text[run - 1] != ' ') {
      return -1;
    }
    int first = run - 1;
    while (first > floor && UrlCharacters.isHost(text[first - 1])) {
      first--;
    }
    boolean open = text[run - 2] == '-' || text[run - 2] == '.' || text[run] == '.';
    boolean oneLabel = ByteSearch.indexOf(text, first, run - 2, (byte) '.') == run - 2;
    return first < run - 1 && open && oneLabel ? first : -1;
  }

  /**
   * Looks for {@code https://} before a place and takes it, also with a stray space or two, with
   * backslashes, and with one of its three marks missing ({@code https:/host}, {@code https//host},
   * {@code https:host}).
   */
  private boolean isBefore(int hostStart) {
    int slashes = skipSpaceLeft(hostStart);
    int i = slashes;
    while (i > floor && slashes - i < 2 && (text[i - 1] == '/' || text[i - 1] == '\\')) {
      i--;
    }
    boolean both = slashes - i == 2;
    i = skipSpaceLeft(i);
    boolean colon = i > floor && text[i - 1] == ':';
    return (colon || both) && take(colon ? skipSpaceLeft(i - 1) : i);
  }

  private boolean take(int end) {
    for (String known : KNOWN) {
      if (FieldText.endsWith(text, floor, end, known)) {
        name = known;
        start = end - known.length();
        return true;
      }
    }
    return false;
  }

  private int skipSpaceLeft(int i) {
    return i > floor && text[i - 1] == ' ' ? i - 1 : i;
  }

  private static boolean isInUser(int b) {
    return UrlCharacters.isHost(b) || b == '~' || b == '%' || b == '+' || b == ':';
  }

  /** Skips {@code user:password@}, which is no part of where the link leads. */
  private int behindUser(int hostStart) {
    int i = hostStart;
    while (i < textEnd && isInUser(text[i])) {
      i++;
    }
    return i < textEnd && text[i] == '@' ? i + 1 : hostStart;
  }

  /** Whether {@code http:} or {@code https:} begins at a place. */
  static boolean beginsAt(byte[] text, int at, int end) {
    if (!FieldText.startsWith(text, at, end, "http")) {
      return false;
    }
    int colon = FieldText.startsWith(text, at + 4, end, "s") ? at + 5 : at + 4;
    return colon < end && text[colon] == ':';
  }
}
