package io.github.papersluice.text.splitting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases in {@code resources/splitting}: a digest, and what it is split into. */
class SplittingCasesTest {
  private static final Path FOLDER = Path.of("src/test/resources/splitting");

  private static final Pattern ESCAPE = Pattern.compile("\\\\(r|n|t|0|u[0-9A-Fa-f]{4})");

  private record Case(Path file, int line, String name, String digest, String result) {
    String place() {
      return file.getFileName() + ":" + line + ": " + name;
    }
  }

  @TestFactory
  Stream<DynamicTest> casesSplitInMemory() throws IOException {
    return cases()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.place(), () -> assertThat(c.place(), split(c), is(c.result))));
  }

  @TestFactory
  Stream<DynamicTest> casesSplitByteByByte() throws IOException {
    return cases()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.place(), () -> assertThat(c.place(), stream(c), is(c.result))));
  }

  private static String split(Case c) throws IOException {
    byte[] digest = c.digest.getBytes(UTF_8);
    Transcript transcript = new Transcript(digest);
    new RecordSplitter(transcript).split(digest, 0, digest.length);
    return transcript.toString();
  }

  private static String stream(Case c) throws IOException {
    byte[] digest = c.digest.getBytes(UTF_8);
    Transcript transcript = new Transcript(digest);
    ByteArrayInputStream one =
        new ByteArrayInputStream(digest) {
          @Override
          public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(length, 1));
          }
        };
    new RecordSplitter(transcript).split(one, 0, null, DigestOffsets.SAME);
    return transcript.toString();
  }

  private static Stream<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        read(file, cases);
      }
    }
    return cases.stream();
  }

  private static void read(Path file, List<Case> cases) throws IOException {
    List<String> lines = Files.readAllLines(file, UTF_8);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("=== ")) {
        int end = i + 1;
        while (end < lines.size() && !lines.get(end).startsWith("=== ")) {
          end++;
        }
        cases.add(read(file, i, lines.subList(i, end)));
      }
    }
  }

  private static Case read(Path file, int line, List<String> section) {
    int result = section.indexOf("--- result");
    String digest = String.join("\n", section.subList(2, result)) + (result > 2 ? "\n" : "");
    String expected = String.join("\n", section.subList(result + 1, section.size())).strip();
    return new Case(
        file,
        line + 1,
        section.get(0).substring("=== ".length()),
        unescape(digest.replace("\\\n", "")),
        unescape(expected));
  }

  private static String unescape(String text) {
    Matcher escape = ESCAPE.matcher(text);
    return escape.replaceAll(match -> Matcher.quoteReplacement(character(match.group(1))));
  }

  private static String character(String escape) {
    return switch (escape) {
      case "r" -> "\r";
      case "n" -> "\n";
      case "t" -> "\t";
      case "0" -> "\0";
      default -> Character.toString(Integer.parseInt(escape.substring(1), 16));
    };
  }

  /** What a sink was told, in the words of the case files. */
  private static final class Transcript implements RecordSink {
    private final byte[] digest;
    private final List<String> lines = new ArrayList<>();
    private int mended;

    Transcript(byte[] digest) {
      this.digest = digest;
    }

    @Override
    public void record(PaperText paper) {
      lines.add("paper " + paper.title() + " | " + paper.abstractText());
      mended += paper.replacements();
    }

    @Override
    public void rejection(Rejection rejection) {
      lines.add("rejected " + rejection.reason() + " | " + rejection.excerpt());
    }

    @Override
    public void furniture(long startByte, long endByte) {
      int length = (int) (endByte - startByte);
      lines.add("furniture " + new String(digest, (int) startByte, length, UTF_8));
    }

    @Override
    public void heading(String heading) {
      lines.add("heading " + heading);
    }

    @Override
    public String toString() {
      return String.join("\n", lines) + (mended > 0 ? "\nmended " + mended : "");
    }
  }
}
