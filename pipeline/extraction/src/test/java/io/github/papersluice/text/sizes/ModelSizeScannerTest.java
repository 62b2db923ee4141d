package io.github.papersluice.text.sizes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.papersluice.model.Exactness;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.SizeRole;
import io.github.papersluice.model.TextField;
import io.github.papersluice.model.Utf8Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelSizeScannerTest {
  private static final Path SEED = Path.of("..", "..", "seeds", "000_69aeb77fef9e3c50.txt");
  private static final Path CORPUS = Path.of("..", "..", "..", "shared", "corpus");
  private static final Pattern LINK = Pattern.compile("https?://\\S+");
  private static final int[] NO_LINKS = {};

  /** A letter beyond the basic plane: two chars, one code point, four bytes. */
  private static final String ASTRAL = "\uD835\uDD4F";

  static Stream<ModelSizeCase> cases() throws IOException {
    return ModelSizeCase.files().stream().flatMap(file -> ModelSizeCase.read(file).stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void findsExactlyTheSizesThatAreMarked(ModelSizeCase example) {
    String reason = example.place() + "\n" + example.marked() + "\n";
    assertThat(reason, scan(example.text(), example.field()), is(example.sizes()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aTextCutAnywhereIsReadWithoutHarm(ModelSizeCase example) {
    String text = example.text();
    for (int cut = 0; cut <= text.length(); cut = text.offsetByCodePoints(cut, 1)) {
      checkOffsets(text.substring(0, cut), example.field());
      checkOffsets(text.substring(cut), example.field());
      if (cut == text.length()) {
        break;
      }
    }
  }

  @Test
  void theSeedGivesItsGoldLabels() throws IOException {
    List<JsonNode> gold = gold();
    List<String> lines = Files.readAllLines(SEED, UTF_8);
    int sizes = 0;
    int models = 0;
    for (JsonNode paper : gold) {
      String title = paper.get("title").textValue();
      List<ModelSize> found = scan(title, abstractAfter(lines, title));
      List<ModelSize> expected = labels(paper);
      assertThat(title, withoutModels(found), is(withoutModels(expected)));
      sizes += expected.size();
      for (int i = 0; i < expected.size(); i++) {
        models += Objects.equals(found.get(i).model(), expected.get(i).model()) ? 1 : 0;
      }
    }
    assertThat(sizes, is(89));
    assertThat("models right", models / 89.0, greaterThanOrEqualTo(0.97));
  }

  @Test
  void whatOneFieldSaysHelpsToJudgeTheOther() {
    List<ModelSize> sizes =
        scan("FooSeg-500K: a Tiny Segmenter", "FooSeg has 500K parameters and wins.");

    assertThat(
        sizes.stream().map(ModelSize::field).toList(),
        is(List.of(TextField.TITLE, TextField.ABSTRACT)));
    assertThat(scan("FooSeg-500K: a Tiny Segmenter", "FooSeg is small."), is(empty()));
  }

  @Test
  void aNumberInAnExcludedRangeIsNoSize() {
    Utf8Text text = Utf8Text.of("See hf.co/a/Foo-7B, a 3B model.");

    assertThat(
        surfaces(ModelSizeScanner.scan(text, TextField.ABSTRACT, NO_LINKS)),
        is(List.of("7B", "3B")));
    assertThat(
        surfaces(ModelSizeScanner.scan(text, TextField.ABSTRACT, new int[] {4, 18})),
        is(List.of("3B")));
  }

  @Test
  void aViewIntoALargerArrayIsReadWithinItsBounds() {
    byte[] bytes = "7 a 3B model of 5B".getBytes(UTF_8);
    Utf8Text view = new Utf8Text(bytes, 2, bytes.length - 1);

    List<ModelSize> sizes = ModelSizeScanner.scan(view, TextField.ABSTRACT, NO_LINKS);

    assertThat(surfaces(sizes), is(List.of("3B")));
    assertThat(sizes.get(0).start(), is(2));
  }

  @Test
  void offsetsHoldOverTheCorpus() throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), "the corpus is not here: " + CORPUS);
    int found = 0;
    List<Path> files;
    try (Stream<Path> paths = Files.list(CORPUS)) {
      files = paths.sorted().toList();
    }
    for (Path file : files) {
      for (String line : Files.readString(file, UTF_8).split("\n", -1)) {
        found += checkOffsets(line, TextField.ABSTRACT);
        checkOffsets(ASTRAL + line.replace(" ", " " + ASTRAL + " "), TextField.TITLE);
      }
    }
    assertThat(found, greaterThan(1000));
  }

  private static int checkOffsets(String text, TextField field) {
    int[] points = text.codePoints().toArray();
    int last = 0;
    List<ModelSize> sizes = scan(text, field);
    for (ModelSize size : sizes) {
      String cut = new String(points, size.start(), size.end() - size.start());
      assertThat(text, cut, is(size.surface()));
      assertThat(text, size.start(), greaterThanOrEqualTo(last));
      last = size.end();
    }
    return sizes.size();
  }

  private static List<ModelSize> scan(String text, TextField field) {
    return ModelSizeScanner.scan(Utf8Text.of(text), field, links(text));
  }

  private static List<ModelSize> scan(String title, String abstractText) {
    return ModelSizeScanner.scan(
        Utf8Text.of(title), links(title), Utf8Text.of(abstractText), links(abstractText));
  }

  /** Where links stand, in bytes; as good as the texts here need it. */
  private static int[] links(String text) {
    Matcher matcher = LINK.matcher(new String(text.getBytes(UTF_8), ISO_8859_1));
    int[] ranges = {};
    while (matcher.find()) {
      ranges = Arrays.copyOf(ranges, ranges.length + 2);
      ranges[ranges.length - 2] = matcher.start();
      ranges[ranges.length - 1] = matcher.end();
    }
    return ranges;
  }

  private static List<String> surfaces(List<ModelSize> sizes) {
    return sizes.stream().map(ModelSize::surface).toList();
  }

  private static List<JsonNode> gold() throws IOException {
    List<JsonNode> papers = new ArrayList<>();
    ObjectMapper mapper = new ObjectMapper();
    try (var in = ModelSizeScannerTest.class.getResourceAsStream("/gold/seed.jsonl")) {
      for (String line : new String(in.readAllBytes(), UTF_8).split("\n", -1)) {
        if (!line.isEmpty()) {
          papers.add(mapper.readTree(line));
        }
      }
    }
    return papers;
  }

  private static String abstractAfter(List<String> lines, String title) {
    int at = lines.indexOf(title) + 1;
    while (lines.get(at).isBlank()) {
      at++;
    }
    return lines.get(at);
  }

  private static List<ModelSize> labels(JsonNode paper) {
    List<ModelSize> sizes = new ArrayList<>();
    for (JsonNode label : paper.get("sizes")) {
      sizes.add(
          new ModelSize(
              TextField.valueOf(label.get("field").textValue().toUpperCase(Locale.ROOT)),
              label.get("start").intValue(),
              label.get("end").intValue(),
              label.get("surface").textValue(),
              label.get("parameters").longValue(),
              label.get("experts").isNull() ? null : label.get("experts").intValue(),
              SizeRole.valueOf(label.get("role").textValue()),
              label.get("model").textValue(),
              Exactness.EXACT));
    }
    return sizes;
  }

  private static List<ModelSize> withoutModels(List<ModelSize> sizes) {
    return sizes.stream()
        .map(
            size ->
                new ModelSize(
                    size.field(),
                    size.start(),
                    size.end(),
                    size.surface(),
                    size.parameters(),
                    size.experts(),
                    size.role(),
                    null,
                    Exactness.EXACT))
        .toList();
  }
}
