package io.github.papersluice.text.links;

/** Three dots behind a URL, by which a text says that it shows only the beginning. */
final class CutMark {
  private static final byte[] ELLIPSIS = {(byte) 0xE2, (byte) 0x80, (byte) 0xA6};

  private CutMark() {}

  /**
   * Whether a URL is marked as cut.
   *
   * @param at where in the text the URL as read ends
   * @param url the URL as read, its dots at the end included
   */
  static boolean follows(byte[] text, int at, int end, UrlBuilder url) {
    if (url.endsWith("...", url.length()) || FieldText.startsWith(text, at, end, "...")) {
      return true;
    }
    boolean ellipsis = at + ELLIPSIS.length <= end;
    for (int i = 0; ellipsis && i < ELLIPSIS.length; i++) {
      ellipsis = text[at + i] == ELLIPSIS[i];
    }
    return ellipsis;
  }
}
