package io.github.papersluice.report;

/**
 * Compresses to raw deflate (RFC 1951), which browsers decode by themselves. Our own and not {@link
 * java.util.zip.Deflater}, whose bytes depend on the zlib that Java was built or installed with:
 * the same snapshot must give the same page on every machine.
 *
 * <p>Matches are found by chains of hashes of four bytes, a few links deep, and taken at once: to
 * look whether the next one is longer saves 2 % and takes a third more time.
 */
final class Deflate {
  private static final int WINDOW = 1 << 15;
  private static final int HASH_BITS = 15;
  private static final int SHORTEST = 4;
  private static final int LONGEST = 258;

  /** Links of a chain that are tried: half as many cost 3 %. */
  private static final int DEPTH = 8;

  /** A match of this length is good enough: no better one is looked for. */
  private static final int GOOD = 32;

  /** Tokens in a block, which has codes of its own. */
  private static final int BLOCK = 1 << 15;

  private final byte[] data;
  private final int[] heads = new int[1 << HASH_BITS];
  private final int[] previous = new int[WINDOW];
  private final int[] tokens = new int[BLOCK];
  private final BitSink out;
  private int tokenCount;
  private int inserted;
  private int matchLength;
  private int matchDistance;

  private Deflate(byte[] data) {
    this.data = data;
    this.out = new BitSink(data.length / 2);
  }

  /** The compressed data. */
  static byte[] compress(byte[] data) {
    return new Deflate(data).run();
  }

  private byte[] run() {
    int at = 0;
    while (at < data.length) {
      at += step(at);
      if (tokenCount == BLOCK) {
        endBlock(at == data.length);
      }
    }
    if (tokenCount > 0 || data.length == 0) {
      endBlock(true);
    }
    return out.toBytes();
  }

  // One token; how many bytes it stands for.
  private int step(int at) {
    find(at);
    if (matchLength < SHORTEST) {
      tokens[tokenCount++] = data[at] & 0xFF;
      return 1;
    }
    tokens[tokenCount++] = DeflateBlock.match(matchLength, matchDistance);
    insertUpTo(Math.min(at + matchLength, data.length - SHORTEST + 1));
    return matchLength;
  }

  // The longest match that begins at a place, which is then known to those behind it.
  private void find(int at) {
    matchLength = 0;
    if (at + SHORTEST > data.length) {
      return;
    }
    insertUpTo(at);
    int most = Math.min(LONGEST, data.length - at);
    int candidate = heads[hash(at)] - 1;
    for (int i = 0; i < DEPTH && candidate >= 0 && at - candidate < WINDOW; i++) {
      tryMatch(candidate, at, most);
      if (matchLength >= GOOD) {
        break;
      }
      int next = previous[candidate & (WINDOW - 1)] - 1;
      candidate = next < candidate ? next : -1;
    }
  }

  private void tryMatch(int candidate, int at, int most) {
    if (matchLength > 0
        && (matchLength == most || data[candidate + matchLength] != data[at + matchLength])) {
      return;
    }
    int length = 0;
    while (length < most && data[candidate + length] == data[at + length]) {
      length++;
    }
    if (length >= SHORTEST && length > matchLength) {
      matchLength = length;
      matchDistance = at - candidate;
    }
  }

  private void insertUpTo(int end) {
    for (; inserted < end; inserted++) {
      int hash = hash(inserted);
      previous[inserted & (WINDOW - 1)] = heads[hash];
      heads[hash] = inserted + 1;
    }
  }

  private int hash(int at) {
    int four =
        (data[at] & 0xFF)
            | (data[at + 1] & 0xFF) << 8
            | (data[at + 2] & 0xFF) << 16
            | data[at + 3] << 24;
    return (four * 0x9E3779B1) >>> (Integer.SIZE - HASH_BITS);
  }

  private void endBlock(boolean last) {
    DeflateBlock.write(tokens, tokenCount, last, out);
    tokenCount = 0;
  }
}
