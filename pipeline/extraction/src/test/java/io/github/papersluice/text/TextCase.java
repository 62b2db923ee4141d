package io.github.papersluice.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A case of a file under {@code src/test/resources}: a line of text, and below it one line for each
 * expected result, begun by an arrow. Sections begin with {@code ==}, comments with {@code #}; an
 * empty line ends a case.
 */
public record TextCase(String place, String text, List<String> expected) {
  private static final String ARROW = "-> ";

  public static List<TextCase> read(String... resources) {
    List<TextCase> cases = new ArrayList<>();
    for (String resource : resources) {
      readInto(cases, resource);
    }
    return cases;
  }

  private static void readInto(List<TextCase> cases, String resource) {
    String section = "";
    TextCase open = null;
    int number = 0;
    for (String line : lines(resource)) {
      number++;
      if (line.isBlank()) {
        open = null;
      } else if (line.startsWith("== ")) {
        section = line.substring(3);
      } else if (line.startsWith(ARROW)) {
        open.expected.add(line.substring(ARROW.length()));
      } else if (!line.startsWith("# ")) {
        open = new TextCase(resource + ":" + number + " " + section, line, new ArrayList<>());
        cases.add(open);
      }
    }
  }

  private static List<String> lines(String resource) {
    try (InputStream in = TextCase.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return place + ": " + text;
  }
}
