package io.github.papersluice.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.papersluice.model.LinkKind;
import io.github.papersluice.model.SizeRole;
import io.github.papersluice.model.TextField;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class GoldLabelsTest {

  @Test
  void labelsAreReadAsWritten() throws Exception {
    GoldLabels gold = SmallDigest.gold();

    assertThat(gold.size(), is(3));
    assertThat(
        gold.records().get(0).links().get(0),
        is(new GoldLink("https://github.com/nest/Wren", LinkKind.GITHUB_REPOSITORY, "nest/Wren")));
    assertThat(
        gold.records().get(0).sizes().get(1),
        is(
            new GoldSize(
                TextField.ABSTRACT, 22, 26, "8x7B", 56_000_000_000L, 8, SizeRole.TOTAL, null)));
  }

  @Test
  void aFileIsCalledByItsName(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("mine.jsonl");
    Files.writeString(file, "{\"position\": 1, \"title\": \"A\", \"links\": [], \"sizes\": []}\n");

    assertThat(GoldLabels.read(file).name(), is("mine.jsonl"));
  }

  @Test
  void byteOrderMarkCarriageReturnsAndBlankLinesAreOfNoMatter() throws Exception {
    String text =
        "\uFEFF{\"position\": 1, \"title\": \"A\", \"links\": [], \"sizes\": []}\r\n\r\n"
            + "{\"position\": 2, \"title\": \"B\", \"links\": [], \"sizes\": []}";

    GoldLabels gold = GoldLabels.parse("x.jsonl", text.getBytes(UTF_8));

    assertThat(
        gold.records(),
        contains(
            new GoldRecord(1, "A", List.of(), List.of()),
            new GoldRecord(3, "B", List.of(), List.of())));
  }

  @Test
  void extraKeysAreIgnored() throws Exception {
    String text = "{\"position\": 1, \"title\": \"A\", \"note\": 1, \"links\": [], \"sizes\": []}";

    assertThat(GoldLabels.parse("x.jsonl", text.getBytes(UTF_8)).size(), is(1));
  }

  @Test
  void aLineThatIsNotUtf8IsNamed() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        "{\"position\": 1, \"title\": \"A\", \"links\": [], \"sizes\": []}\n".getBytes(UTF_8));
    bytes.write(0xFF);

    EvaluationException refusal =
        assertThrows(
            EvaluationException.class, () -> GoldLabels.parse("x.jsonl", bytes.toByteArray()));

    assertThat(refusal.getMessage(), is("x.jsonl:2: not valid UTF-8"));
  }

  @TestFactory
  Stream<DynamicTest> badLinesAreRefusedWithPlaceAndReason() throws IOException {
    return badGold().stream()
        .map(
            bad ->
                DynamicTest.dynamicTest(
                    "bad-gold.txt:" + bad.line() + ": " + bad.name(), bad::check));
  }

  private record BadGold(int line, String name, String labels, String message) {
    void check() {
      EvaluationException refusal =
          assertThrows(
              EvaluationException.class,
              () -> GoldLabels.parse("bad.jsonl", labels.getBytes(UTF_8)));
      assertThat(refusal.getMessage(), is(message));
    }
  }

  /** A case is {@code === name}, the file's lines, then {@code --- the message}. */
  private static List<BadGold> badGold() throws IOException {
    List<BadGold> cases = new ArrayList<>();
    List<String> lines = lines("/evaluation/bad-gold.txt");
    int start = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("=== ")) {
        start = i;
      } else if (lines.get(i).startsWith("--- ")) {
        String labels = String.join("\n", lines.subList(start + 1, i));
        String name = lines.get(start).substring(4);
        cases.add(new BadGold(start + 1, name, labels, lines.get(i).substring(4)));
      }
    }
    return cases;
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream file = GoldLabelsTest.class.getResourceAsStream(resource)) {
      return new String(file.readAllBytes(), UTF_8).lines().toList();
    }
  }
}
