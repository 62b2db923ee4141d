package io.github.papersluice.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class DeflateTest {
  private static byte[] inflate(byte[] compressed) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    inflater.setInput(compressed);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!inflater.finished()) {
      int count = inflater.inflate(buffer);
      assertThat("the stream ends early", count > 0 || inflater.finished(), is(true));
      out.write(buffer, 0, count);
    }
    assertThat("bytes behind the stream's end", inflater.getRemaining(), is(0));
    inflater.end();
    return out.toByteArray();
  }

  private static void assertRoundTrip(byte[] data) throws DataFormatException {
    assertThat(Arrays.equals(inflate(Deflate.compress(data)), data), is(true));
  }

  @Test
  void short_data_comes_back() throws DataFormatException {
    for (String text : new String[] {"", "a", "ab", "aaaa", "abcabcabcabc", "Größe 🦙"}) {
      assertRoundTrip(text.getBytes(UTF_8));
    }
  }

  @Test
  void every_length_of_a_repetition_comes_back() throws DataFormatException {
    for (int length = 1; length < 600; length++) {
      byte[] data = new byte[length + 2];
      Arrays.fill(data, 1, length + 1, (byte) 'x');
      assertRoundTrip(data);
    }
  }

  @Test
  void distances_up_to_the_window_and_beyond_come_back() throws DataFormatException {
    Random random = new Random(7);
    for (int distance :
        new int[] {1, 2, 5, 4_096, 24_577, 32_766, 32_767, 32_768, 32_769, 40_000}) {
      byte[] data = new byte[distance + 300];
      random.nextBytes(data);
      System.arraycopy(data, 0, data, distance, 300);
      assertRoundTrip(data);
    }
  }

  @Test
  void noise_and_skewed_texts_of_many_blocks_come_back() throws DataFormatException {
    Random random = new Random(11);
    for (int values : new int[] {2, 3, 40, 256}) {
      byte[] data = new byte[150_000];
      for (int i = 0; i < data.length; i++) {
        data[i] = (byte) (random.nextDouble() * random.nextDouble() * values);
      }
      assertRoundTrip(data);
    }
  }

  // Frequencies like Fibonacci's numbers give the deepest tree.
  @Test
  void codes_are_never_longer_than_deflate_allows() throws DataFormatException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    int count = 1;
    int next = 1;
    for (int symbol = 0; symbol < 22; symbol++) {
      for (int i = 0; i < count; i++) {
        data.write(symbol * 11);
      }
      int sum = count + next;
      count = next;
      next = sum;
    }
    byte[] shuffled = data.toByteArray();
    Random random = new Random(3);
    for (int i = shuffled.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      byte swapped = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = swapped;
    }
    assertRoundTrip(shuffled);
  }

  @Test
  void text_becomes_short() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      text.append("Paper ").append(i * 37 % 991).append(" folds origami with a model\n");
    }
    byte[] data = text.toString().getBytes(UTF_8);
    assertThat(Deflate.compress(data).length, lessThan(data.length / 8));
  }

  // If these bytes change, so does every page: then raise the version.
  @Test
  void the_bytes_are_the_same_everywhere() {
    byte[] compressed = Deflate.compress("origami, origami, and Origami".getBytes(UTF_8));
    assertThat(
        HexFormat.of().formatHex(compressed),
        is("3dc7310900000804c02a06b08b191e04f94105fb0f0e82db5d0f03499507cac52e0b"));
  }
}
