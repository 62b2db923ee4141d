package io.github.papersluice.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.luben.zstd.Zstd;
import io.github.papersluice.model.Rejection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compressed files that are damaged or hostile: none is slow, and no good byte before it is lost.
 */
class DamagedFilesTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String DIGEST = "Mar 11\n\nWeighing Whales\n\nWe weigh them.\n";

  @TempDir private Path folder;

  private static byte[] compressed(Compression compression, byte[] text) throws IOException {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (OutputStream out =
        switch (compression) {
          case NONE -> stored;
          case GZIP -> new GZIPOutputStream(stored);
          case BZIP2 -> new BZip2CompressorOutputStream(stored, 1);
          case ZSTD -> stored;
        }) {
      out.write(compression == Compression.ZSTD ? Zstd.compress(text, 1) : text);
    }
    return stored.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  private static byte[] repeated(byte[] part, int times) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(part.length * times);
    for (int i = 0; i < times; i++) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  /** Words, so that blocks shrink as those of digests do. */
  private static byte[] words(int length) {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder("Weighing Whales\n\n");
    while (text.length() < length) {
      text.append("whale scale sea salt deep".split(" ", 0)[random.nextInt(5)]).append(' ');
    }
    return text.substring(0, length).getBytes(UTF_8);
  }

  private static byte[] readable(byte[] stored) throws IOException {
    try (DigestContent content = DigestContent.of(new ByteArrayInputStream(stored));
        InputStream utf8 = content.utf8()) {
      byte[] text = utf8.readAllBytes();
      assertThat("damage is seen", content.isDamaged(), is(true));
      return text;
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Compression.class,
      names = {"GZIP", "BZIP2", "ZSTD"})
  void junk_behind_the_end_costs_no_byte(Compression compression) throws IOException {
    for (int length : new int[] {100, 9_000, 131_072, 131_073, 400_123}) {
      byte[] text = words(length);
      byte[] stored = compressed(compression, text);
      for (String junk : List.of("j", "BZ", "junk", "\u001f\u008b\b junk", "(\u00b5/\u00fd junk")) {
        byte[] read = readable(joined(stored, junk.getBytes(ISO_8859_1)));
        assertThat(compression + " " + length + " " + junk, Arrays.equals(read, text), is(true));
      }
    }
  }

  /** The last stored bytes are the end mark and the checksum; all before them can be read. */
  @ParameterizedTest
  @EnumSource(
      value = Compression.class,
      names = {"GZIP", "BZIP2", "ZSTD"})
  void a_missing_end_costs_at_most_the_last_block(Compression compression) throws IOException {
    byte[] text = words(400_123);
    byte[] stored = compressed(compression, text);
    byte[] read = readable(Arrays.copyOf(stored, stored.length - 1));
    int block = compression == Compression.BZIP2 ? 100_000 : 131_072;
    int least = compression == Compression.GZIP ? text.length : text.length / block * block;
    assertThat(read.length >= least, is(true));
    assertThat(Arrays.equals(read, Arrays.copyOf(text, read.length)), is(true));
  }

  @Test
  void a_rejection_says_where_the_good_bytes_end() throws IOException {
    byte[] stored = compressed(Compression.BZIP2, DIGEST.getBytes(UTF_8));
    Told told = Told.of(folder, "junk", joined(stored, "junk".getBytes(UTF_8)));
    assertThat(told.titles(), is(List.of("Weighing Whales")));
    assertThat(told.rejections().get(0).reason(), is(Rejection.Reason.DAMAGED));
    assertThat(told.rejections().get(0).startByte(), is((long) DIGEST.length()));
  }

  @ParameterizedTest
  @EnumSource(
      value = Compression.class,
      names = {"GZIP", "BZIP2", "ZSTD"})
  void empty_members_before_a_digest_are_read_over(Compression compression) {
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          byte[] empty = compressed(compression, new byte[0]);
          byte[] first = compressed(compression, "Mar 11\n\n".getBytes(UTF_8));
          byte[] rest = compressed(compression, DIGEST.substring(8).getBytes(UTF_8));
          Told told = Told.of(folder, "many", joined(first, repeated(empty, 50_000), rest));
          assertThat(told.titles(), is(List.of("Weighing Whales")));
          assertThat(told.refusals.size(), is(0));
        });
  }

  @Test
  void a_gzip_header_without_an_end_is_read_as_fast_as_any_byte() {
    byte[] name = new byte[20 << 20];
    Arrays.fill(name, (byte) 'n');
    byte[] header = {0x1F, (byte) 0x8B, 8, 8, 0, 0, 0, 0, 0, 0};
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          DigestFile file =
              Told.file(java.nio.file.Files.write(folder.resolve("endless"), joined(header, name)));
          Told told = Told.of(List.of(file), 1 << 20, null);
          assertThat(told.rejections().get(0).reason(), is(Rejection.Reason.DAMAGED));
        });
  }

  @Test
  void a_large_compressed_file_is_not_read_byte_by_byte() {
    for (Compression compression : Compression.values()) {
      int[] reads = {0};
      assertTimeoutPreemptively(
          LIMIT,
          () -> {
            byte[] stored = compressed(compression, words(3_000_000));
            InputStream counted =
                new ByteArrayInputStream(stored) {
                  @Override
                  public synchronized int read() {
                    reads[0]++;
                    return super.read();
                  }

                  @Override
                  public synchronized int read(byte[] bytes, int offset, int length) {
                    reads[0]++;
                    return super.read(bytes, offset, length);
                  }
                };
            try (DigestContent content = DigestContent.of(counted)) {
              content.utf8().readAllBytes();
            }
          });
      assertThat(compression + ": " + reads[0], reads[0] < 1_000, is(true));
    }
  }

  @Test
  void an_error_of_a_library_ends_its_digest_only() throws IOException {
    for (Error error :
        List.of(new StackOverflowError(), new OutOfMemoryError(), new NoClassDefFoundError("xz"))) {
      InputStream failing =
          new InputStream() {
            private int count;

            @Override
            public int read() {
              if (count == DIGEST.length()) {
                throw error;
              }
              return DIGEST.charAt(count++);
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
              bytes[offset] = (byte) read();
              return 1;
            }
          };
      // The head of a plain file is read before its decompressor is known.
      byte[] long_head = DIGEST.repeat(300).getBytes(UTF_8);
      InputStream stored =
          new java.io.SequenceInputStream(new ByteArrayInputStream(long_head), failing);
      try (DigestContent content = DigestContent.of(stored)) {
        byte[] text = content.utf8().readAllBytes();
        assertThat(content.isDamaged(), is(true));
        assertThat(text.length, is(long_head.length + DIGEST.length()));
      }
    }
  }
}
