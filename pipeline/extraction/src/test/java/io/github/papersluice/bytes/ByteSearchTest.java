package io.github.papersluice.bytes;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Each search against a look at one byte after the other. */
class ByteSearchTest {
  private static final int TEXTS = 20_000;

  /**
   * What a test of eight bytes could take for a letter or digit beside it, and what it looks for.
   */
  private static final byte[] LETTERS = {
    'o', 'd', 'u', 'e', 'n', 'p', '.', '/', '0', '9', ':', 0, 1, 0x1F, ' ', '~', 0x7F, -128, -1
  };

  @FunctionalInterface
  private interface Search {
    int in(byte[] bytes, int from, int to);
  }

  @Test
  void aByte() {
    check((b, from, to) -> ByteSearch.indexOf(b, from, to, (byte) 'd'), b -> i -> b[i] == 'd');
  }

  @Test
  void aByteThatIsNoAscii() {
    check((b, from, to) -> ByteSearch.indexOf(b, from, to, (byte) -1), b -> i -> b[i] == -1);
    check((b, from, to) -> ByteSearch.indexOf(b, from, to, (byte) 0), b -> i -> b[i] == 0);
  }

  @Test
  void eitherOfTwoBytes() {
    check(
        (b, from, to) -> ByteSearch.indexOf(b, from, to, (byte) 'd', (byte) 'u'),
        b -> i -> b[i] == 'd' || b[i] == 'u');
  }

  @Test
  void eitherOfTwoBytesThatFollowsAnother() {
    check(
        (b, from, to) -> ByteSearch.indexOfAfter(b, from, to, (byte) 'o', (byte) 'd', (byte) 'u'),
        b -> i -> i > 0 && b[i - 1] == 'o' && (b[i] == 'd' || b[i] == 'u'));
  }

  @Test
  void aDigit() {
    check(ByteSearch::indexOfDigit, b -> i -> b[i] >= '0' && b[i] <= '9');
  }

  @Test
  void whatIsNotPrintable() {
    check(ByteSearch::indexOfUnprintable, b -> i -> b[i] < ' ' || b[i] > '~');
  }

  private interface Condition {
    IntPredicate on(byte[] bytes);
  }

  private static void check(Search search, Condition condition) {
    Random random = new Random(20261124);
    for (int k = 0; k < TEXTS; k++) {
      byte[] bytes = new byte[random.nextInt(40)];
      int letters = 1 + random.nextInt(LETTERS.length);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] =
            random.nextInt(8) == 0
                ? LETTERS[random.nextInt(LETTERS.length)]
                : LETTERS[random.nextInt(letters)];
      }
      int from = random.nextInt(bytes.length + 1);
      int to = from + random.nextInt(bytes.length - from + 1);
      int expected = from;
      while (expected < to && !condition.on(bytes).test(expected)) {
        expected++;
      }
      assertThat(search.in(bytes, from, to), is(expected));
    }
  }
}
