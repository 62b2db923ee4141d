package io.github.papersluice.reading;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.github.luben.zstd.ZstdOutputStream;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.text.splitting.RecordSink;
import io.github.papersluice.text.splitting.RecordSplitter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every character of a digest belongs to one piece or is white space, however it is stored. */
class EncodedDigestsTest {
  private static final int DIGESTS = Integer.getInteger("papersluice.fuzz", 60);

  /** A digest's bytes that a sink was told of. */
  private static final class Spans implements RecordSink {
    final List<long[]> all = new ArrayList<>();
    final List<String> words = new ArrayList<>();

    @Override
    public void record(PaperText paper) {
      all.add(new long[] {paper.startByte(), paper.endByte()});
      words.add(paper.title() + " | " + paper.abstractText());
    }

    @Override
    public void rejection(Rejection rejection) {
      all.add(new long[] {rejection.startByte(), rejection.endByte()});
      words.add(rejection.reason() + " | " + rejection.excerpt());
    }

    @Override
    public void furniture(long startByte, long endByte) {
      all.add(new long[] {startByte, endByte});
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_lost(Compression compression) throws IOException {
    Random random = new Random(16);
    for (int i = 0; i < DIGESTS; i++) {
      String digest = CutDigestsTest.messyText(random);
      Spans plain = split(digest.getBytes(UTF_8), digest, UTF_8, 0);
      for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
        byte[] text = (charset.equals(UTF_8) ? digest : "\uFEFF" + digest).getBytes(charset);
        int mark = charset.equals(UTF_8) ? 0 : 2;
        String reason = compression + " " + charset + " digest " + i;
        assertThat(
            reason, split(stored(text, compression), digest, charset, mark).words, is(plain.words));
      }
    }
  }

  private static Spans split(byte[] stored, String digest, Charset charset, int mark)
      throws IOException {
    Spans spans = new Spans();
    try (DigestContent content = DigestContent.of(new ByteArrayInputStream(stored))) {
      new RecordSplitter(spans).split(content.utf8(), 0, null, content.offsets());
      assertThat(content.isDamaged(), is(false));
    }
    byte[] text = digest.getBytes(charset);
    long end = mark;
    for (long[] span : spans.all) {
      assertBlank(text, end - mark, span[0] - mark, charset);
      end = span[1];
    }
    assertBlank(text, end - mark, text.length, charset);
    return spans;
  }

  private static void assertBlank(byte[] text, long start, long end, Charset charset) {
    String gap = new String(Arrays.copyOfRange(text, (int) start, (int) end), charset);
    assertThat("lost: " + gap, gap.replaceAll("[\\s\u00a0\u3000\u2028]", ""), is(""));
  }

  private static byte[] stored(byte[] text, Compression compression) throws IOException {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (OutputStream out = compressor(stored, compression)) {
      out.write(text);
    }
    return stored.toByteArray();
  }

  private static OutputStream compressor(OutputStream stored, Compression compression)
      throws IOException {
    return switch (compression) {
      case NONE -> stored;
      case GZIP -> new GZIPOutputStream(stored);
      case BZIP2 -> new BZip2CompressorOutputStream(stored);
      case ZSTD -> new ZstdOutputStream(stored);
    };
  }
}
