package io.github.papersluice.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import com.github.luben.zstd.Zstd;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.model.Rejection.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFormatsTest {
  private static final Path SEED = Path.of("../../seeds/000_69aeb77fef9e3c50.txt");
  private static final String DIGEST =
      "Mar 11\n\nWeighing Whales\n\nWe weigh them.\n\nCounting Fish\n\nWe listen.\n";
  private static final List<String> TITLES = List.of("Weighing Whales", "Counting Fish");

  @TempDir Path folder;

  @Test
  void plainTextIsKnownByItsHash() throws IOException {
    Told told = Told.of(SEED);
    assertThat(told.papers.size(), is(91));
    assertThat(
        told.digest().sha256(),
        is("dfb77bb805d34f4de2f63a067af5814d6c9542a181b432ea921ee66ed4582f6f"));
    assertThat(told.digest().digestId(), is("dfb77bb805d34f4d"));
    assertThat(told.digest().format(), is("utf-8"));
    assertThat(told.digest().heading(), is("Mar 11"));
    assertThat(told.digest().paperCount(), is(91L));
    assertThat(told.digest().byteLength(), is(Files.size(SEED)));
  }

  @Test
  void gzipOfSeveralMembers() throws IOException {
    byte[] half = Arrays.copyOf(DIGEST.getBytes(UTF_8), 20);
    byte[] rest = Arrays.copyOfRange(DIGEST.getBytes(UTF_8), 20, DIGEST.length());
    assertHoldsDigest(joined(gzip(half), gzip(rest)), "gzip+utf-8");
  }

  @Test
  void bzip2() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new BZip2CompressorOutputStream(bytes)) {
      out.write(DIGEST.getBytes(UTF_8));
    }
    assertHoldsDigest(bytes.toByteArray(), "bzip2+utf-8");
  }

  @Test
  void zstdOfSeveralFrames() throws IOException {
    byte[] half = Arrays.copyOf(DIGEST.getBytes(UTF_8), 20);
    byte[] rest = Arrays.copyOfRange(DIGEST.getBytes(UTF_8), 20, DIGEST.length());
    assertHoldsDigest(joined(Zstd.compress(half), Zstd.compress(rest)), "zstd+utf-8");
  }

  @Test
  void textThatBeginsLikeABzip2FileIsText() throws IOException {
    Told told = Told.of(folder, "b", "BZh9 Is Not Compressed\n\nWe show it.".getBytes(UTF_8));
    assertThat(told.titles(), is(List.of("BZh9 Is Not Compressed")));
  }

  private void assertHoldsDigest(byte[] stored, String format) throws IOException {
    Told told = Told.of(folder, "digest", stored);
    assertThat(told.titles(), is(TITLES));
    assertThat(told.refusals, is(empty()));
    assertThat(told.papers.get(1).start(), is((long) DIGEST.indexOf("Counting")));
    assertThat(told.digest().format(), is(format));
    assertThat(told.digest().byteLength(), is((long) stored.length));
    assertThat(told.digest().paperCount(), is(2L));
  }

  @Test
  void compressedFileLongerThanAShardIsStreamed() throws IOException {
    byte[] stored = gzip(Files.readAllBytes(SEED));
    DigestFile file = Told.file(Files.write(folder.resolve("seed.gz"), stored));
    Told small = Told.of(List.of(file), 1_000, null);
    Told large = Told.of(List.of(file), 1 << 20, null);
    assertThat(small.papers.size(), is(91));
    assertThat(small.papers, is(large.papers));
    assertThat(small.digests, is(large.digests));
  }

  @Test
  void truncatedGzipKeepsWhatWasReadBefore() throws IOException {
    byte[] whole = gzip(Files.readAllBytes(SEED));
    Told told = Told.of(folder, "cut.gz", Arrays.copyOf(whole, whole.length / 2));
    assertThat(told.papers.size(), is(greaterThan(20)));
    assertThat(told.papers.size(), is(lessThan(91)));
    Rejection last = told.rejections().get(told.refusals.size() - 1);
    assertThat(last.stage(), is(Rejection.Stage.READ));
    assertThat(last.reason(), is(Reason.DAMAGED));
    assertThat(last.startByte(), is(greaterThan(told.papers.get(20).end())));
    assertThat(told.digest().rejectionCount(), is((long) told.refusals.size()));
  }

  @Test
  void whatFollowsTheLastGzipMemberIsDamage() throws IOException {
    Told told =
        Told.of(folder, "digest", joined(gzip(DIGEST.getBytes(UTF_8)), "tail".getBytes(UTF_8)));
    assertThat(told.titles(), is(TITLES));
    assertThat(told.rejections().get(0).reason(), is(Reason.DAMAGED));
    assertThat(told.rejections().get(0).startByte(), is((long) DIGEST.length()));
  }

  @Test
  void truncatedZstdKeepsTheBlocksBefore() throws IOException {
    byte[] digest = Files.readString(SEED).repeat(10).getBytes(UTF_8);
    byte[] whole = Zstd.compress(digest, 1);
    Told told = Told.of(folder, "cut.zst", Arrays.copyOf(whole, whole.length - 10));
    assertThat(told.papers.size(), is(greaterThan(800)));
    assertThat(told.rejections().get(told.refusals.size() - 1).reason(), is(Reason.DAMAGED));
  }

  @Test
  void damagedFilesOfAllKindsThrowNothing() throws IOException {
    byte[] seed = Files.readAllBytes(SEED);
    ByteArrayOutputStream bzip2 = new ByteArrayOutputStream();
    try (OutputStream out = new BZip2CompressorOutputStream(bzip2)) {
      out.write(seed);
    }
    Random random = new Random(7);
    for (byte[] stored : List.of(gzip(seed), bzip2.toByteArray(), Zstd.compress(seed))) {
      for (int i = 0; i < 20; i++) {
        byte[] damaged = Arrays.copyOf(stored, 20 + random.nextInt(stored.length - 20));
        damaged[15 + random.nextInt(damaged.length - 15)] ^= 0x55;
        Told told = Told.of(folder, "damaged", damaged);
        assertThat(told.refusals.isEmpty(), is(false));
        assertThat(told.digest().paperCount(), is((long) told.papers.size()));
      }
    }
  }

  @Test
  void decompressionBombIsReadInConstantMemory() throws IOException {
    byte[] zeros = new byte[1 << 20];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write("A Title\n\nAn abstract ".getBytes(UTF_8));
      Arrays.fill(zeros, (byte) 'x');
      for (int i = 0; i < 300; i++) {
        out.write(zeros);
      }
    }
    Told told = Told.of(folder, "bomb.gz", bytes.toByteArray());
    assertThat(told.rejections().get(0).reason(), is(Reason.RECORD_TOO_LONG));
  }

  @Test
  void utf16WithByteOrderMark() throws IOException {
    String digest =
        "Mar 11\r\n\r\nWeighing \ud83d\udc33 Whales\r\n\r\nNa\u00efve \u4e2d\u6587.\r\n\r\nB\n\nC.";
    byte[] little = joined(new byte[] {(byte) 0xFF, (byte) 0xFE}, digest.getBytes(UTF_16LE));
    byte[] big = joined(new byte[] {(byte) 0xFE, (byte) 0xFF}, digest.getBytes(UTF_16BE));
    for (byte[] stored : List.of(little, big)) {
      Told told = Told.of(folder, "digest", stored);
      assertThat(told.titles(), is(List.of("Weighing \ud83d\udc33 Whales", "B")));
      assertThat(told.papers.get(0).abstractText(), is("Na\u00efve \u4e2d\u6587."));
      assertThat(told.papers.get(0).start(), is(2L + 2L * digest.indexOf("Weighing")));
      assertThat(told.papers.get(0).end(), is(2L + 2L * (digest.indexOf('.') + 1)));
      assertThat(told.papers.get(1).end(), is((long) stored.length));
      assertThat(told.digest().format(), is(stored == little ? "utf-16le" : "utf-16be"));
    }
  }

  @Test
  void illFormedUtf16IsReplacedAndCounted() throws IOException {
    String before = "A Title\n\na lone ";
    byte[] text = (before + "? half stands within this sentence").getBytes(UTF_16LE);
    text[2 * before.length()] = 0x3d;
    text[2 * before.length() + 1] = (byte) 0xd8;
    byte[] stored = joined(joined(new byte[] {(byte) 0xFF, (byte) 0xFE}, text), new byte[] {'x'});
    Told told = Told.of(folder, "digest", stored);
    assertThat(
        told.papers.get(0).abstractText(),
        is("a lone \ufffd half stands within this sentence\ufffd"));
    assertThat(told.papers.get(0).replacements(), is(2));
    assertThat(told.papers.get(0).end(), is((long) stored.length));
  }

  @Test
  void binaryFilesAreRejectedAsAWhole() throws IOException {
    byte[] noise = new byte[50_000];
    new Random(1).nextBytes(noise);
    byte[] pdf = ("%PDF-1.7\n" + "A Title\n\nAn abstract.\n\n".repeat(50)).getBytes(UTF_8);
    byte[] zip = "PK\u0003\u0004 and so on".getBytes(UTF_8);
    byte[] utf16WithoutMark = DIGEST.getBytes(UTF_16LE);
    byte[] latin1 = "\u00e4\u00f6\u00fc \u00e4\u00f6\u00fc\n\n".repeat(9).getBytes(ISO_8859_1);
    for (byte[] stored : List.of(noise, pdf, zip, utf16WithoutMark, latin1)) {
      Told told = Told.of(folder, "digest", stored);
      assertThat(told.papers, is(empty()));
      assertThat(told.refusals.size(), is(1));
      Rejection rejection = told.rejections().get(0);
      assertThat(rejection.stage(), is(Rejection.Stage.READ));
      assertThat(rejection.reason(), is(Reason.NOT_TEXT));
      assertThat(rejection.startByte(), is(0L));
      assertThat(rejection.endByte(), is((long) stored.length));
      assertThat(told.digest().format(), is("binary"));
      assertThat(told.digest().rejectionCount(), is(1L));
    }
  }

  @Test
  void largeBinaryFileIsStreamed() throws IOException {
    byte[] noise = new byte[50_000];
    new Random(1).nextBytes(noise);
    DigestFile file = Told.file(Files.write(folder.resolve("noise"), noise));
    Told told = Told.of(List.of(file), 1_000, null);
    assertThat(told.rejections().get(0).reason(), is(Reason.NOT_TEXT));
    assertThat(told.digests, is(Told.of(List.of(file), 1 << 20, null).digests));
  }

  @Test
  void oneNulByteDoesNotMakeAFileBinary() throws IOException {
    Told told = Told.of(folder, "nul.txt", DIGEST.replace("We weigh", "We\0weigh").getBytes(UTF_8));
    assertThat(told.titles(), is(TITLES));
    assertThat(told.papers.get(0).abstractText(), is("We\ufffdweigh them."));
    assertThat(told.digest().replacements(), is(1L));
  }

  @Test
  void emptyFilesHoldNothing() throws IOException {
    Told told = Told.of(folder, "empty.txt", new byte[0]);
    assertThat(told.digest().paperCount(), is(0L));
    assertThat(told.digest().rejectionCount(), is(0L));
    assertThat(told.digest().format(), is("utf-8"));
    Told furniture = Told.of(folder, "furniture.txt", "new\n\nMar 11\n".getBytes(UTF_8));
    assertThat(furniture.digest().paperCount(), is(0L));
    assertThat(furniture.digest().rejectionCount(), is(0L));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(stored)) {
      out.write(bytes);
    }
    return stored.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
