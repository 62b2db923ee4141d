package io.github.papersluice.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.text.splitting.RecordSink;
import io.github.papersluice.text.splitting.RecordSplitter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes digests to measure with.
 *
 * <ul>
 *   <li>{@code generate DIGEST BYTES FOLDER}: new digests of about 300 KB, their records drawn from
 *       the titles and sentences of a digest. The same arguments give the same bytes.
 *   <li>{@code copy FOLDER COUNT TARGET}: as many copies of the digests in a folder, each title
 *       marked with the number of its copy, since the job reads equal bytes once. A target that
 *       ends with {@code .txt} is one file that holds them all, else a folder of files.
 * </ul>
 */
final class BenchmarkInputs {
  private static final long RANDOM_SEED = 20250311;
  private static final int DIGEST_LENGTH = 300_000;
  private static final String PAGE_HEAD =
      """
      new

      Get trending papers in your email inbox!

      Subscribe

      byAK and the research community

      """;

  private BenchmarkInputs() {}

  public static void main(String[] arguments) throws IOException {
    Path source = Path.of(arguments[1]);
    long amount = Long.parseLong(arguments[2]);
    Path target = Path.of(arguments[3]);
    switch (arguments[0]) {
      case "generate" -> generate(source, amount, target);
      case "copy" -> copy(source, Math.toIntExact(amount), target);
      default -> throw new IllegalArgumentException("neither generate nor copy: " + arguments[0]);
    }
  }

  /** Writes digests into a new folder until they have this many bytes. */
  static void generate(Path digest, long bytes, Path folder) throws IOException {
    Records records = Records.of(Files.readAllBytes(digest));
    List<String> sentences = records.sentences();
    Random random = new Random(RANDOM_SEED);
    Files.createDirectories(folder);
    long written = 0;
    for (int number = 0; written < bytes; number++) {
      long left = bytes - written;
      String text =
          digest(number, Math.min(DIGEST_LENGTH, left), records.titles, sentences, random);
      Path file = folder.resolve(String.format(Locale.ROOT, "generated-%05d.txt", number));
      Files.writeString(file, text);
      written += Files.size(file);
    }
  }

  private static String digest(
      int number, long length, List<String> titles, List<String> sentences, Random random) {
    StringBuilder text = new StringBuilder(PAGE_HEAD);
    text.append("Mar ").append(1 + number % 31);
    for (int record = 1; text.length() < length; record++) {
      text.append("\n\nStudy ").append(number).append('-').append(record).append(": ");
      text.append(drawn(titles, random)).append("\n\n").append(drawn(sentences, random));
      for (int more = 4 + random.nextInt(8); more > 0; more--) {
        text.append(' ').append(drawn(sentences, random));
      }
    }
    return text.append('\n').toString();
  }

  private static String drawn(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static void copy(Path folder, int count, Path target) throws IOException {
    List<Path> digests;
    try (Stream<Path> files = Files.list(folder)) {
      digests = files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    if (target.toString().endsWith(".txt")) {
      try (OutputStream out = open(target)) {
        for (int number = 1; number <= count; number++) {
          for (Path digest : digests) {
            write(digest, number, out);
          }
        }
      }
      return;
    }
    for (int number = 1; number <= count; number++) {
      Path copy = target.resolve(String.format(Locale.ROOT, "copy-%03d", number));
      Files.createDirectories(copy);
      for (Path digest : digests) {
        try (OutputStream out = open(copy.resolve(digest.getFileName()))) {
          write(digest, number, out);
        }
      }
    }
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
  }

  private static void write(Path digest, int number, OutputStream out) throws IOException {
    byte[] bytes = Files.readAllBytes(digest);
    byte[] mark = ("Copy " + number + ": ").getBytes(UTF_8);
    int written = 0;
    for (long start : Records.of(bytes).starts) {
      out.write(bytes, written, (int) start - written);
      out.write(mark);
      written = (int) start;
    }
    out.write(bytes, written, bytes.length - written);
    out.write("\n\n".getBytes(UTF_8));
  }

  private static final class Records implements RecordSink {
    private final List<Long> starts = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final List<String> abstracts = new ArrayList<>();

    static Records of(byte[] digest) throws IOException {
      Records records = new Records();
      new RecordSplitter(records).split(digest, 0, digest.length);
      return records;
    }

    @Override
    public void record(PaperText paper) {
      starts.add(paper.startByte());
      titles.add(paper.title().toString());
      abstracts.add(paper.abstractText().toString());
    }

    @Override
    public void rejection(Rejection rejection) {}

    List<String> sentences() {
      Set<String> sentences = new LinkedHashSet<>();
      for (String text : abstracts) {
        sentences.addAll(List.of(text.split("(?<=[.?!]) (?=[A-Z])")));
      }
      return List.copyOf(sentences);
    }
  }
}
