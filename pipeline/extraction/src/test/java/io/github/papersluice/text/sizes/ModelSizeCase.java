package io.github.papersluice.text.sizes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.model.Exactness;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.SizeRole;
import io.github.papersluice.model.TextField;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with the sizes expected in it, from a file in {@code model-sizes/}. The text is one line
 * with {@code [[ ]]} around each surface; below it stands a line for each of them, {@code =
 * PARAMETERS [N experts] [ROLE] [EXACTNESS] [| MODEL]}, without what is usual: TOTAL, EXACT, no
 * model. A line that begins with {@code #} names the section, {@code title:} makes the text a
 * title.
 */
record ModelSizeCase(
    String place, TextField field, String marked, String text, List<ModelSize> sizes) {
  private static final String TITLE = "title: ";

  /** The names of the files of cases, in order. */
  static List<String> files() throws IOException {
    try (InputStream in = ModelSizeCase.class.getResourceAsStream("/model-sizes")) {
      return new String(in.readAllBytes(), UTF_8).lines().sorted().toList();
    }
  }

  static List<ModelSizeCase> read(String file) {
    List<ModelSizeCase> cases = new ArrayList<>();
    String[] lines = content(file).split("\n", -1);
    String section = "";
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].startsWith("# ")) {
        section = lines[i].substring(2);
      } else if (!lines[i].isBlank()) {
        String place = file + ", " + section + ", line " + (i + 1);
        List<String> expected = new ArrayList<>();
        String text = lines[i];
        while (i + 1 < lines.length && lines[i + 1].startsWith("  = ")) {
          expected.add(lines[++i].substring("  = ".length()));
        }
        cases.add(of(place, text, expected));
      }
    }
    return cases;
  }

  private static String content(String file) {
    try (InputStream in = ModelSizeCase.class.getResourceAsStream("/model-sizes/" + file)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ModelSizeCase of(String place, String line, List<String> expected) {
    TextField field = line.startsWith(TITLE) ? TextField.TITLE : TextField.ABSTRACT;
    String marked = field == TextField.TITLE ? line.substring(TITLE.length()) : line;
    List<ModelSize> sizes = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int open = marked.indexOf("[["); open >= 0; open = marked.indexOf("[[", from)) {
      int close = marked.indexOf("]]", open);
      text.append(marked, from, open);
      String surface = marked.substring(open + 2, close);
      if (sizes.size() == expected.size()) {
        throw new IllegalStateException(place + ": more marks than lines");
      }
      sizes.add(
          size(field, text.codePointCount(0, text.length()), surface, expected.get(sizes.size())));
      text.append(surface);
      from = close + 2;
    }
    if (sizes.size() < expected.size()) {
      throw new IllegalStateException(place + ": more lines than marks");
    }
    return new ModelSizeCase(
        place, field, marked, text.append(marked.substring(from)).toString(), sizes);
  }

  private static ModelSize size(TextField field, int start, String surface, String line) {
    int bar = line.indexOf(" | ");
    String model = bar < 0 ? null : line.substring(bar + 3);
    SizeRole role = SizeRole.TOTAL;
    Exactness exactness = Exactness.EXACT;
    Integer experts = null;
    String[] words = (bar < 0 ? line : line.substring(0, bar)).split(" ", -1);
    for (int i = 1; i < words.length; i++) {
      switch (words[i]) {
        case "ACTIVE", "TRAINABLE" -> role = SizeRole.valueOf(words[i]);
        case "experts" -> experts = Integer.valueOf(words[i - 1]);
        case "APPROXIMATE", "AT_LEAST", "AT_MOST" -> exactness = Exactness.valueOf(words[i]);
        default -> {
          if (i + 1 == words.length || !words[i + 1].equals("experts")) {
            throw new IllegalStateException("unknown word in: " + line);
          }
        }
      }
    }
    int end = start + surface.codePointCount(0, surface.length());
    long parameters = Long.parseLong(words[0]);
    return new ModelSize(field, start, end, surface, parameters, experts, role, model, exactness);
  }
}
