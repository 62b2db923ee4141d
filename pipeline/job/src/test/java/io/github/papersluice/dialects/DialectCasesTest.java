package io.github.papersluice.dialects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Digests and what is read of them, in files: a case begins with {@code ## its name}, its digest
 * stands between {@code <<<} and {@code >>>}, and then its dialect, papers and rejections. Names in
 * braces stand for what an editor would not keep: BOM, CR, TAB, NUL, and BAD for an ill-formed
 * byte.
 */
class DialectCasesTest {
  private static final Path FOLDER = Path.of("src/test/resources/dialects/entries");

  private record Case(String file, String name, String digest, String expected) {}

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        read(file, cases);
      }
    }
    return cases.stream().map(c -> dynamicTest(c.file() + ": " + c.name(), () -> check(c)));
  }

  private static void check(Case c) {
    byte[] digest = bytes(c.digest());
    Found found = Found.in(digest);
    assertThat(text(digest, found), is(c.expected()));
    found.assertEveryByteBelongs();
  }

  private static String text(byte[] digest, Found found) {
    return "dialect " + Found.dialectOf(digest) + "\n" + found.text();
  }

  private static byte[] bytes(String written) {
    String text =
        written
            .replace("{BOM}", "\uFEFF")
            .replace("{CR}", "\r")
            .replace("{TAB}", "\t")
            .replace("{NUL}", "\0");
    String[] parts = text.split("\\{BAD}", -1);
    byte[] bytes = parts[0].getBytes(UTF_8);
    for (int i = 1; i < parts.length; i++) {
      byte[] rest = parts[i].getBytes(UTF_8);
      byte[] longer = Arrays.copyOf(bytes, bytes.length + 1 + rest.length);
      longer[bytes.length] = (byte) 0xFF;
      System.arraycopy(rest, 0, longer, bytes.length + 1, rest.length);
      bytes = longer;
    }
    return bytes;
  }

  private static void read(Path file, List<Case> cases) throws IOException {
    String text = Files.readString(file);
    for (String part : text.split("(?m)^## ", 0)) {
      int open = part.indexOf("\n<<<\n");
      int close = part.indexOf("\n>>>\n");
      if (open > 0) {
        cases.add(
            new Case(
                file.getFileName().toString(),
                part.substring(0, part.indexOf('\n')),
                part.substring(open + 5, close + 1),
                part.substring(close + 5).strip() + "\n"));
      }
    }
  }
}
