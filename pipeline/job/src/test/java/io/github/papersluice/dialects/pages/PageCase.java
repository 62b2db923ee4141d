package io.github.papersluice.dialects.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A case of the files in {@code resources/dialects/pages}.
 *
 * @param place file and line and name
 * @param page the page
 * @param result what is expected of it, line by line
 */
@SuppressWarnings("ArrayRecordComponent") // a case is never compared
record PageCase(String place, byte[] page, List<String> result) {
  private static final Path FOLDER = Path.of("src/test/resources/dialects/pages");

  /** All cases of all files. */
  static Stream<PageCase> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream().flatMap(file -> of(file).stream());
    }
  }

  private static List<PageCase> of(Path file) {
    try {
      List<PageCase> cases = new ArrayList<>();
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).startsWith("=== ")) {
          cases.add(
              of(file.getFileName() + ":" + (i + 1) + " " + lines.get(i).substring(4), i, lines));
        }
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PageCase of(String place, int start, List<String> lines) {
    StringBuilder page = new StringBuilder();
    int i = start + 2;
    for (; !lines.get(i).equals("--- result"); i++) {
      page.append(lines.get(i)).append('\n');
    }
    List<String> result = new ArrayList<>();
    for (i++; i < lines.size() && !lines.get(i).startsWith("=== "); i++) {
      if (!lines.get(i).isBlank()) {
        result.add(lines.get(i));
      }
    }
    String text = page.toString().replace("\\r", "\r").replace("\\0", "\0").replace("\\t", "\t");
    return new PageCase(place, text.getBytes(UTF_8), result);
  }

  /** The columns that the results of this case show. */
  List<String> columns() {
    return result.stream()
        .filter(line -> line.startsWith("columns "))
        .findFirst()
        .map(line -> List.of(line.substring("columns ".length()).split(" ")))
        .orElse(List.of());
  }

  @Override
  public String toString() {
    return place;
  }
}
