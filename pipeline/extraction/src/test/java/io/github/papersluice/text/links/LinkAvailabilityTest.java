package io.github.papersluice.text.links;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.papersluice.model.Availability;
import io.github.papersluice.model.Link;
import io.github.papersluice.model.PaperMetadata;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.text.TextCase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkAvailabilityTest {
  private static final Path CORPUS = Path.of("..", "..", "..", "shared", "corpus");
  private static final Utf8Text NOTHING = Utf8Text.of("");

  static List<TextCase> linkCases() {
    return TextCase.read("/availability/links.txt");
  }

  static List<TextCase> codeCases() {
    return TextCase.read("/availability/code.txt");
  }

  @ParameterizedTest
  @MethodSource("linkCases")
  void tells_what_is_said_of_each_link(TextCase textCase) {
    List<String> said =
        facts(NOTHING, Utf8Text.of(textCase.text())).links().stream()
            .map(link -> link.availability().name())
            .toList();

    assertThat(textCase.toString(), said, is(textCase.expected()));
  }

  @ParameterizedTest
  @MethodSource("codeCases")
  void tells_what_is_said_of_the_code(TextCase textCase) {
    String status = facts(NOTHING, Utf8Text.of(textCase.text())).codeStatus().name();

    assertThat(textCase.toString(), List.of(status), is(textCase.expected()));
  }

  @Test
  void links_alone_say_the_same_as_all_facts() {
    for (TextCase textCase : linkCases()) {
      Utf8Text text = Utf8Text.of(textCase.text());
      assertThat(LinkScanner.links(NOTHING, text), is(facts(NOTHING, text).links()));
    }
  }

  /**
   * Scores labels made by reading, on the part that was looked at while the rules were written and
   * on the part that was not. The figures are printed.
   */
  @ParameterizedTest
  @ValueSource(strings = {"tune", "held-out"})
  void agrees_with_labels_in_the_corpus(String part) throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), "no corpus beside the project: nothing to score");
    Map<String, Integer> counts = new HashMap<>();
    int labels = 0;
    for (JsonNode label : labels()) {
      if (label.get("part").textValue().equals(part)) {
        labels++;
        count(counts, label.get("label").textValue(), found(label));
      }
    }
    assertThat(labels, is(75));
    for (Availability value : Availability.values()) {
      report(part, value.name(), counts);
    }
    assertThat(share(counts, "right", "labelled AVAILABLE"), greaterThanOrEqualTo(0.95));
    assertThat(share(counts, "right", "found AVAILABLE"), greaterThanOrEqualTo(0.95));
    assertThat(share(counts, "right PROMISED", "labelled PROMISED"), greaterThanOrEqualTo(0.95));
    assertThat(share(counts, "right PROMISED", "found PROMISED"), greaterThanOrEqualTo(0.95));
  }

  private static void count(Map<String, Integer> counts, String label, String found) {
    counts.merge("labelled " + label, 1, Integer::sum);
    counts.merge("found " + found, 1, Integer::sum);
    if (label.equals(found)) {
      counts.merge("right " + label, 1, Integer::sum);
    }
  }

  private static double share(Map<String, Integer> counts, String part, String whole) {
    String key = part.equals("right") ? "right AVAILABLE" : part;
    return (double) counts.getOrDefault(key, 0) / counts.getOrDefault(whole, 1);
  }

  private static void report(String part, String value, Map<String, Integer> counts) {
    System.out.printf(
        Locale.ROOT,
        "availability %-8s %-9s right %d, found %d, labelled %d%n",
        part,
        value,
        counts.getOrDefault("right " + value, 0),
        counts.getOrDefault("found " + value, 0),
        counts.getOrDefault("labelled " + value, 0));
  }

  private static String found(JsonNode label) throws IOException {
    Path digest = CORPUS.resolve(label.get("file").textValue());
    List<String> paragraphs = LinkScannerTest.paragraphs(digest);
    int title = paragraphs.indexOf("byAK and the research community") + 2;
    title += 2 * (label.get("record").intValue() - 1);
    LinkFacts facts =
        facts(Utf8Text.of(paragraphs.get(title)), Utf8Text.of(paragraphs.get(title + 1)));
    for (Link link : facts.links()) {
      if (link.field().columnName().equals(label.get("field").textValue())
          && link.start() == label.get("start").intValue()) {
        return link.availability().name();
      }
    }
    return "NO LINK";
  }

  private static List<JsonNode> labels() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> labels = new ArrayList<>();
    try (InputStream in =
        LinkAvailabilityTest.class.getResourceAsStream("/availability/corpus-labels.jsonl")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        labels.add(json.readTree(line));
      }
    }
    return labels;
  }

  private static LinkFacts facts(Utf8Text title, Utf8Text abstractText) {
    return LinkScanner.facts(
        title,
        LinkScanner.mentions(title),
        abstractText,
        LinkScanner.mentions(abstractText),
        PaperMetadata.NONE);
  }
}
