package io.github.papersluice.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;

import io.github.papersluice.snapshot.MemoryStorage;
import io.github.papersluice.snapshot.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The targets on changed copies of good inputs, drawn from a fixed seed, and on past findings. */
@Timeout(120)
class FuzzTargetsTest {
  private static final int DRAWS = Integer.getInteger("papersluice.fuzz", 60);
  private static final Path FOUND = Path.of("src", "test", "resources", "fuzzing");
  private static final String DIGEST =
      "Mar 11\n\nA Small Paper\n\nWe show a 7B model, see https://github.com/someone/thing now.\n";

  private final Random random = new Random(11);

  private interface Target {
    void run(byte[] data) throws IOException;
  }

  private void runOnChanged(List<byte[]> good, Target target) throws IOException {
    assertThat(good.size(), greaterThan(3));
    for (byte[] input : good) {
      target.run(input);
      for (int i = 0; i < DRAWS / 4; i++) {
        target.run(changed(input));
      }
    }
  }

  /** Some bytes changed, a run doubled, or the end cut off. */
  private byte[] changed(byte[] input) {
    byte[] copy = input.clone();
    for (int i = random.nextInt(6); i >= 0 && copy.length > 1; i--) {
      copy[1 + random.nextInt(copy.length - 1)] = (byte) random.nextInt();
    }
    int cut = random.nextInt(copy.length + 1);
    if (random.nextInt(3) == 0) {
      return Arrays.copyOf(copy, cut);
    }
    if (random.nextBoolean()) {
      return copy;
    }
    ByteArrayOutputStream doubled = new ByteArrayOutputStream();
    doubled.write(copy, 0, cut);
    doubled.writeBytes(copy);
    return doubled.toByteArray();
  }

  private interface Compressor {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] compressed(Compressor compressor) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = compressor.over(bytes)) {
      out.write(DIGEST.repeat(20).getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void digests() throws IOException {
    List<byte[]> good =
        List.of(
            DIGEST.getBytes(UTF_8),
            ("\uFEFF" + DIGEST).getBytes(java.nio.charset.StandardCharsets.UTF_16LE),
            compressed(GZIPOutputStream::new),
            compressed(BZip2CompressorOutputStream::new),
            compressed(com.github.luben.zstd.ZstdOutputStream::new),
            "[{\"title\": \"A Paper\", \"abstract\": \"We show 7B.\"}]".getBytes(UTF_8),
            "{\"title\": \"A\", \"abstract\": \"B\"}\n{\"title\": \"C\"}\n".getBytes(UTF_8),
            "title,abstract\n\"A, \"\"b\"\"\",We show it.\nC,D\n".getBytes(UTF_8),
            "@article{a, title = {A {P}aper}, abstract = \"We show\"}\n".getBytes(UTF_8),
            "TY  - JOUR\nTI  - A Paper\nAB  - We show it.\nER  - \n".getBytes(UTF_8),
            "<feed><entry><title>A</title><summary>B</summary></entry></feed>".getBytes(UTF_8),
            "# Papers\n\n## [A Paper](https://arxiv.org/abs/2503.01234)\n\nWe.\n".getBytes(UTF_8),
            "<html><body><h2>A Paper</h2><p>We show it.</p></body></html>".getBytes(UTF_8));
    runOnChanged(good, DigestFuzz::fuzzerTestOneInput);
  }

  @Test
  void snapshots() throws IOException {
    MemoryStorage storage = new MemoryStorage();
    Sample.publish(storage, "day", false, "");
    List<byte[]> good = new ArrayList<>();
    int number = 0;
    for (String file : storage.sums("day").keySet()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write(number++);
      try (InputStream in = storage.open("day/" + file)) {
        in.transferTo(bytes);
      }
      good.add(bytes.toByteArray());
    }
    runOnChanged(good, SnapshotFuzz::fuzzerTestOneInput);
  }

  @Test
  void what_the_fuzzer_found() throws IOException {
    runFound("digest", DigestFuzz::fuzzerTestOneInput);
    runFound("snapshot", SnapshotFuzz::fuzzerTestOneInput);
  }

  private static void runFound(String folder, Target target) throws IOException {
    if (!Files.isDirectory(FOUND.resolve(folder))) {
      return;
    }
    try (Stream<Path> files = Files.list(FOUND.resolve(folder))) {
      for (Path file : files.sorted().toList()) {
        target.run(Files.readAllBytes(file));
      }
    }
  }
}
