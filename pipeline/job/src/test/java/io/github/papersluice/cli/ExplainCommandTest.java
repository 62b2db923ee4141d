package io.github.papersluice.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.papersluice.evaluation.EvaluatedRecord;
import io.github.papersluice.job.ExtractedRecords;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.text.FactExplanation;
import io.github.papersluice.text.sizes.SizeExplanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  private static final String TEXT =
      "We introduce Foo-7B, trained on about 2B tokens, with roughly 3M trainable parameters more. "
          + "The code is at https://github.com/acme/foo. "
          + "Our data will be released at https://acme.example/data-4B soon.";

  private static final Path SEED = Path.of("../../seeds/000_69aeb77fef9e3c50.txt");

  @TempDir private Path folder;

  private static String explained(String... arguments) {
    CommandLineSession session = explain(arguments);
    assertThat(session.err(), session.status(), is(0));
    return session.out();
  }

  private static CommandLineSession explain(String... arguments) {
    return CommandLineSession.run(
        Stream.concat(Stream.of("explain"), Stream.of(arguments)).toArray(String[]::new));
  }

  /** The lines about what begins with the surface, up to the next empty line. */
  private static String block(String report, String surface) {
    int start = report.indexOf("\n  " + surface + "  ");
    assertThat(report, start, greaterThan(-1));
    int end = report.indexOf("\n\n", start + 1);
    return report
        .substring(start + 1, end < 0 ? report.length() : end)
        .replaceAll("(?m)^ +", "")
        .replaceAll(" +", " ");
  }

  @Test
  void sizes_have_a_rule_for_all_that_was_decided() {
    String report = explained(TEXT);
    assertThat(
        block(report, "7B"),
        is(
            """
             7B abstract 17-19: a model size, 7000000000 parameters
             verdict size-in-name
             record not asked: settled above
             role TOTAL (no rule matched)
             exactness EXACT (no rule matched)
             model Foo (JOINED)"""));
    assertThat(
        block(report, "3M"),
        allOf(
            containsString("a model size, 3000000 parameters"),
            containsString("exactness APPROXIMATE (about)")));
  }

  @Test
  void what_is_no_size_has_the_rule_and_what_was_not_asked() {
    String report = explained(TEXT);
    assertThat(
        block(report, "2B"),
        allOf(
            containsString("no model size"),
            containsString("verdict counts-data"),
            containsString("not asked role, exactness and model")));
    assertThat(
        block(report, "4B"),
        allOf(containsString("verdict not asked"), containsString("record IN_LINK")));
  }

  @Test
  void a_number_that_its_phrase_leaves_open_has_the_rule_of_the_record() {
    String report = explained("Foo-7B is a language model. We compare it with Foo-300M.");
    assertThat(
        block(report, "300M"),
        allOf(containsString("a model size"), containsString("record NAME_OF_A_MODEL")));
  }

  @Test
  void links_have_kind_availability_rule_and_sentence() {
    String report = explained(TEXT);
    assertThat(
        block(report, "https://github.com/acme/foo"),
        allOf(
            containsString("kind GITHUB_REPOSITORY"),
            containsString("availability AVAILABLE ("),
            containsString("availability.rules:"),
            containsString("sentence The code is at https://github.com/acme/foo.")));
    assertThat(
        block(report, "https://acme.example/data-4B"), containsString("availability PROMISED ("));
    assertThat(report, containsString("code: AVAILABLE"));
  }

  @Test
  void a_statement_on_code_has_its_noun_rule_and_sentence() {
    String report = explained("We sort numbers. The source code will be published later.");
    assertThat(
        report.replaceAll(" +", " "),
        allOf(
            containsString("0 links"),
            containsString("code: PROMISED\n\n noun code: PROMISED ("),
            containsString("statement.rules:"),
            containsString("sentence The source code will be published later.")));
    assertThat(explained("We sort numbers."), containsString("none says anything"));
  }

  @Test
  void json_holds_the_same() throws IOException {
    JsonNode json = new ObjectMapper().readTree(explained("--json", TEXT));
    assertThat(json.at("/numbers/0/phrase_rule").asText(), is("size-in-name"));
    assertThat(json.at("/numbers/0/is_size").asBoolean(), is(true));
    assertThat(json.at("/numbers/1/is_size").asBoolean(true), is(false));
    assertThat(json.at("/numbers/1/role").isNull(), is(true));
    assertThat(json.at("/links/0/kind").asText(), is("GITHUB_REPOSITORY"));
    assertThat(json.at("/code_status").asText(), is("AVAILABLE"));
  }

  @Test
  void what_a_terminal_obeys_and_lines_of_its_own_do_not_pass() {
    String report =
        explained("A 7B model.\nSee https://example.org/a for the code\u001b[31m \u009b2J\r\nX 1B");
    assertThat(report.chars().filter(c -> c != '\n').anyMatch(Character::isISOControl), is(false));
    assertThat(report, not(containsString("\nX")));
  }

  private Path snapshot(String name, String format, String... digests) throws IOException {
    Path input = Files.createDirectories(folder.resolve("in-" + name));
    for (int i = 0; i < digests.length; i++) {
      Files.writeString(input.resolve("d" + i + ".jsonl"), digests[i]);
    }
    CommandLineSession session =
        CommandLineSession.run(
            "--input=" + input,
            "--output=" + folder.resolve("out"),
            "--snapshot=" + name,
            "--formats=" + format,
            "--csvFormulaGuard");
    assertThat(session.err(), session.status(), is(0));
    return folder.resolve("out").resolve(name);
  }

  private static String paper(String title, String abstractText) {
    return "{\"title\": \"%s\", \"abstract\": \"%s\", \"code_url\": \"https://github.com/a/%s\"}\n"
        .formatted(title, abstractText, title.replaceAll("[^a-z]", ""));
  }

  @Test
  void a_record_of_a_snapshot_is_explained_with_its_fields() throws IOException {
    String digest = paper("First", "We show a 1B model.") + paper("-Second 9B", "=A 2B model.");
    for (String format : List.of("avro", "csv", "avro,csv")) {
      Path made = snapshot("s-" + format.replace(',', '-'), format, digest);
      String report = explained("--snapshot=" + made, "--paper=2");
      assertThat(
          report,
          allOf(
              containsString("9B  title 8-10"),
              containsString("2B  abstract 3-5: a model size"),
              containsString("https://github.com/a/econd  code_url"),
              not(containsString("1B"))));
      assertThat(
          explained("--output=" + made.getParent(), "--paper=1"), containsString("1B  abstract"));
    }
  }

  @Test
  void where_there_are_several_digests_one_is_named() throws IOException {
    Path made =
        snapshot("two", "avro", paper("One", "A 1B model."), paper("Two", "We show a 2B model."));
    CommandLineSession open = explain("--snapshot=" + made, "--paper=1");
    assertThat(open.status(), is(2));
    assertThat(open.err(), containsString("choose one with --digest"));
    assertThat(
        explained("--snapshot=" + made, "--paper=1", "--digest=d1.jsonl"), containsString("2B"));
  }

  @Test
  void what_does_not_exist_has_the_status_three() throws IOException {
    Path made = snapshot("one", "avro", paper("One", "A 1B model."));
    CommandLineSession record = explain("--snapshot=" + made, "--paper=2");
    assertThat(record.status(), is(3));
    assertThat(
        record.err(), containsString("no record 2 in digest d0.jsonl: its papers are numbered"));
    assertThat(explain("--snapshot=" + made, "--paper=1", "--digest=x").status(), is(3));
    assertThat(explain("--snapshot=" + folder.resolve("no"), "--paper=1").status(), is(3));
  }

  @Test
  void a_damaged_table_has_the_status_four() throws IOException {
    Path made = snapshot("bad", "avro", paper("One", "A 1B model."));
    Files.writeString(made.resolve("avro/papers/part-00000.avro"), "nothing");
    CommandLineSession session = explain("--snapshot=" + made, "--paper=1");
    assertThat(session.err(), session.status(), is(4));
    assertThat(session.err(), containsString("run verify on it"));
  }

  @Test
  void neither_and_both_are_refused() {
    assertThat(explain().status(), is(2));
    assertThat(explain("A 7B model.", "--paper=1").status(), is(2));
    assertThat(explain("A 7B model.", "--digest=x").status(), is(2));
  }

  @Test
  void every_size_of_the_seed_has_a_verdict_rule() throws IOException {
    int sizes = 0;
    for (EvaluatedRecord record : ExtractedRecords.of(SEED)) {
      List<SizeExplanation> explained =
          FactExplanation.of(
                  new PaperText(
                      Utf8Text.of(record.title()),
                      Utf8Text.of(record.abstractText()),
                      0,
                      0,
                      null,
                      0))
              .numbers();
      assertThat(
          record.title(),
          explained.stream()
              .filter(SizeExplanation::isSize)
              .map(ExplainCommandTest::place)
              .toList(),
          is(record.sizes().stream().map(ExplainCommandTest::place).toList()));
      for (SizeExplanation size : explained) {
        assertThat(size.toString(), size.phraseRule() != null || !size.isSize(), is(true));
      }
      sizes += record.sizes().size();
    }
    assertThat(sizes, greaterThan(80));
  }

  private static String place(SizeExplanation size) {
    return size.field() + " " + size.start() + " " + size.surface() + " " + size.model();
  }

  private static String place(ModelSize size) {
    return size.field() + " " + size.start() + " " + size.surface() + " " + size.model();
  }
}
