package io.github.papersluice.text.splitting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.model.Rejection.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every byte belongs to one piece or is white space, whatever the digest holds. */
class NothingLostTest {
  private static final Duration LINEAR = Duration.ofSeconds(30);

  private static byte[] seed;

  @BeforeAll
  static void readSeed() throws IOException {
    seed = Files.readAllBytes(Path.of("../../seeds/000_69aeb77fef9e3c50.txt"));
  }

  @Test
  void seedCutAtManyOffsets() {
    for (int cut = 0; cut <= seed.length; cut += 1_997) {
      assertNothingLost(Arrays.copyOf(seed, cut), "seed cut at " + cut);
      assertNothingLost(Arrays.copyOfRange(seed, cut, seed.length), "seed from " + cut);
    }
  }

  @Test
  void shuffledAndMutatedDigests() {
    Random random = new Random(91);
    for (int i = 0; i < 300; i++) {
      byte[] digest = mutate(shuffle(random), random);
      assertNothingLost(digest, "digest " + i);
      Pieces whole = Pieces.of(digest);
      Pieces streamed =
          Pieces.streamed(digest, 1 + random.nextInt(5_000), RecordSplitter.LONGEST_RECORD);
      assertThat("digest " + i, streamed.papers, is(whole.papers));
      assertThat("digest " + i, streamed.rejections, is(whole.rejections));
      assertThat("digest " + i, streamed.all, is(whole.all));
    }
  }

  @Test
  void tooLongRecordsAreTheSameHoweverTheyArrive() {
    Random random = new Random(64);
    for (int i = 0; i < 100; i++) {
      byte[] digest = mutate(shuffle(random), random);
      long longest = 800L + random.nextInt(1_500);
      Pieces one = Pieces.streamed(digest, 1 + random.nextInt(100), longest);
      Pieces other = Pieces.streamed(digest, digest.length, longest);
      assertNothingLost(digest, one, "digest " + i);
      assertThat("digest " + i, one.papers, is(other.papers));
      assertThat("digest " + i, one.rejections, is(other.rejections));
      assertThat("digest " + i, one.all, is(other.all));
    }
  }

  @Test
  void invalidUtf8LosesItsSequencesOnly() {
    byte[] digest = "A Title\n\nIll ?? formed ?, and ?.\n\nB Title\n\nFine.\n".getBytes(UTF_8);
    replace(digest, new int[] {0xFF, 0xC3, 0xE2, 0x80});
    Pieces pieces = Pieces.of(digest);
    assertThat(pieces.titles(), is(List.of("A Title", "B Title")));
    assertThat(
        pieces.papers.get(0).abstractText(), is("Ill \ufffd\ufffd formed \ufffd, and \ufffd."));
    assertThat(pieces.papers.get(0).mended(), is(4));
    assertThat(pieces.papers.get(1).mended(), is(0));
  }

  @Test
  void truncatedSequenceIsReplacedAsOne() {
    byte[] digest = "A Title\n\nCut ???, overlong ??, surrogate ???.".getBytes(UTF_8);
    replace(digest, new int[] {0xF0, 0x9F, 0x98, 0xC0, 0xAF, 0xED, 0xA0, 0x80});
    Pieces.Paper paper = Pieces.of(digest).papers.get(0);
    assertThat(
        paper.abstractText(),
        is("Cut \ufffd, overlong \ufffd\ufffd, surrogate \ufffd\ufffd\ufffd."));
    assertThat(paper.mended(), is(6));
  }

  @Test
  void paragraphOf50MegabytesIsAnAbstract() throws IOException {
    int length = 50_000_000;
    Pieces pieces = streamed("A Title\n\n", 'x', length, ".\n\nB Title\n\nShort.\n");
    assertThat(pieces.titles(), is(List.of("A Title", "B Title")));
    assertThat(pieces.papers.get(0).abstractText().length(), is(length + 1));
  }

  @Test
  void recordOf100MegabytesIsRejectedAndTheNextOneRead() throws IOException {
    int length = 100_000_000;
    Pieces pieces = streamed("A Title\n\nBegins ", 'x', length, ".\n\nB Title\n\nShort.\n");
    assertThat(pieces.titles(), is(List.of("B Title")));
    assertThat(pieces.rejections.get(0).reason(), is(Reason.RECORD_TOO_LONG));
    assertThat(pieces.rejections.get(0).excerpt().startsWith("A Title Begins xxx"), is(true));
    assertThat(pieces.rejections.get(0).endByte(), is("A Title\n\nBegins ".length() + length + 1L));
  }

  @Test
  void recordTooLongAfterATitleWithoutAbstract() {
    byte[] digest =
        ("A Title\n\nB Title\n\n" + "y".repeat(5_000) + "\n\nC Title\n\nShort.").getBytes(UTF_8);
    Pieces pieces = Pieces.streamed(digest, 100, 2_000);
    assertThat(pieces.titles(), is(List.of("C Title")));
    assertThat(
        pieces.rejections.stream()
            .map(r -> r.reason() + " " + r.excerpt().substring(0, 7))
            .toList(),
        is(List.of("TITLE_WITHOUT_ABSTRACT A Title", "RECORD_TOO_LONG B Title")));
  }

  @Test
  void hundredMegabytesOfWhiteSpaceBetweenRecords() throws IOException {
    Pieces pieces = streamed("A Title\n\nFirst.\n", '\n', 100_000_000, "\n\nB Title\n\nShort.\n");
    assertThat(pieces.titles(), is(List.of("A Title", "B Title")));
  }

  @Test
  void longGapSeparatesTitleAndAbstract() throws IOException {
    Pieces pieces = streamed("A Title\n", ' ', 3_000_000, "\n\nAn abstract.\n");
    assertThat(
        pieces.rejections.stream().map(r -> r.reason()).toList(),
        is(List.of(Reason.TITLE_WITHOUT_ABSTRACT, Reason.ABSTRACT_WITHOUT_TITLE)));
  }

  @Test
  void hostileDigestsTakeLinearTime() {
    for (String token :
        List.of(
            "\n",
            "a\n",
            "a\n\n",
            "\r\n",
            " ",
            "\u00a0\n",
            "\0",
            "-\n\n",
            "new\n\n",
            "A\n \n",
            "Mar 11\n\n",
            "Submitted by\n\n",
            "12\n\n",
            ".\n\n",
            "\u3000",
            "://")) {
      byte[] digest = token.repeat(100_000).getBytes(UTF_8);
      Assertions.assertTimeout(LINEAR, () -> assertNothingLost(digest, token));
    }
  }

  private static void replace(byte[] digest, int[] bytes) {
    int next = 0;
    for (int i = 0; i < digest.length; i++) {
      if (digest[i] == '?') {
        digest[i] = (byte) bytes[next++];
      }
    }
  }

  private static Pieces streamed(String before, char filling, int length, String after)
      throws IOException {
    InputStream digest =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    new ByteArrayInputStream(before.getBytes(UTF_8)),
                    new Filling((byte) filling, length),
                    new ByteArrayInputStream(after.getBytes(UTF_8)))));
    Pieces pieces = new Pieces();
    new RecordSplitter(pieces).split(digest, 0, null, DigestOffsets.SAME);
    return pieces;
  }

  /** The same byte again and again. */
  private static final class Filling extends InputStream {
    private final byte b;
    private int left;

    Filling(byte b, int length) {
      this.b = b;
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? b : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      int count = Math.min(left, length);
      Arrays.fill(bytes, offset, offset + count, b);
      left -= count;
      return count == 0 ? -1 : count;
    }
  }

  private static byte[] shuffle(Random random) {
    List<String> paragraphs = Arrays.asList(new String(seed, UTF_8).split("\n\n")).subList(0, 40);
    ByteArrayOutputStream digest = new ByteArrayOutputStream();
    for (int i = random.nextInt(30); i >= 0; i--) {
      String paragraph = paragraphs.get(random.nextInt(paragraphs.size()));
      digest.writeBytes(paragraph.getBytes(UTF_8));
      digest.writeBytes((random.nextInt(9) == 0 ? "\n" : "\n\n").getBytes(UTF_8));
    }
    return digest.toByteArray();
  }

  private static byte[] mutate(byte[] digest, Random random) {
    byte[] strange = {0, '\r', '\n', ' ', '\t', (byte) 0xC2, (byte) 0xA0, (byte) 0xE3, (byte) 0xFF};
    for (int i = random.nextInt(40); i > 0; i--) {
      digest[random.nextInt(digest.length)] = strange[random.nextInt(strange.length)];
    }
    int from = random.nextInt(digest.length);
    return random.nextBoolean() ? digest : Arrays.copyOfRange(digest, from, digest.length);
  }

  private static void assertNothingLost(byte[] digest, String reason) {
    assertNothingLost(digest, Pieces.of(digest), reason);
  }

  private static void assertNothingLost(byte[] digest, Pieces pieces, String reason) {
    int end = 0;
    for (Pieces.Span span : pieces.all) {
      if (span.start() < end || span.end() <= span.start()) {
        throw new AssertionError(reason + ": " + span + " after " + end);
      }
      assertBlank(digest, end, (int) span.start(), reason);
      end = (int) span.end();
    }
    assertBlank(digest, end, digest.length, reason);
  }

  private static void assertBlank(byte[] digest, int start, int end, String reason) {
    if (WhiteSpace.skip(digest, start, end) != end) {
      throw new AssertionError(
          reason + ": lost \"" + new String(digest, start, end - start, UTF_8) + "\" at " + start);
    }
  }
}
