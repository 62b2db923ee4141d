package io.github.papersluice.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run tells a scheduler. */
class SchedulerTest {
  private static final String PAPER =
      "Learning to Sort\n\nWe sort with Kestrel-7B; see https://github.com/ada/sort for code.\n";

  @TempDir private Path folder;
  private Path digest;
  private String output;

  @BeforeEach
  void writeADigest() throws IOException {
    digest = Files.writeString(folder.resolve("2025-03-11.txt"), PAPER + "\nA Title Alone\n");
    output = "--output=" + folder.resolve("out");
  }

  private CommandLineSession run(String... further) {
    String[] arguments = new String[further.length + 2];
    arguments[0] = "--input=" + digest;
    arguments[1] = output;
    System.arraycopy(further, 0, arguments, 2, further.length);
    return CommandLineSession.run(arguments);
  }

  @Test
  void json_is_the_only_output_and_tells_how_the_run_ended() throws IOException {
    CommandLineSession session = run("--json", "--snapshot=day");

    JsonNode result = new ObjectMapper().readTree(session.out());
    assertThat(session.out().lines().count(), is(1L));
    assertThat(result.get("status").asInt(), is(0));
    assertThat(result.get("snapshot").asText(), is("day"));
    assertThat(result.get("outcome").asText(), is("published"));
    assertThat(result.get("counts").get("papers").asInt(), is(1));
    assertThat(result.get("counts").get("model_sizes").asInt(), is(1));
    assertThat(result.get("counts").get("rejections").asInt(), is(1));
    assertThat(result.get("error").isNull(), is(true));
  }

  @Test
  void json_tells_of_failures_too() throws IOException {
    JsonNode refused = new ObjectMapper().readTree(run("--json", "--strict").out());
    assertThat(refused.get("status").asInt(), is(5));
    assertThat(refused.get("error").asText(), containsString("1 pieces"));

    JsonNode unknown = new ObjectMapper().readTree(run("--json", "--keep=many").out());
    assertThat(unknown.get("status").asInt(), is(2));
    assertThat(unknown.get("error").asText(), containsString("--keep"));
  }

  @Test
  void quiet_prints_nothing() {
    CommandLineSession session = run("--quiet");

    assertThat(session, is(new CommandLineSession(0, "", "")));
  }

  @Test
  void the_log_can_be_json_lines() throws IOException {
    Files.writeString(digest, "A Title Alone\n");

    CommandLineSession session = run("--quiet", "--log-format=json");

    JsonNode line = new ObjectMapper().readTree(session.err());
    assertThat(line.get("level").asText(), is("warning"));
    assertThat(line.get("message").asText(), containsString("2025-03-11.txt"));
    assertThat(line.get("message").asText(), containsString("gave no papers"));
  }

  @ParameterizedTest
  @CsvSource({
    "--max-rejections=0, 5",
    "--max-rejections=1, 0",
    "--max-rejections=49.9%, 5",
    "--max-rejections=50%, 0",
    "--strict, 5",
    "--fail-if-empty, 0",
    "--max-rejections=some, 2",
    "--max-rejections=-1, 2"
  })
  void a_result_is_refused_by_its_rejections(String option, int status) {
    CommandLineSession session = run(option);

    assertThat(session.err(), session.status(), is(status));
    assertThat(Files.exists(folder.resolve("out/LATEST")), is(status == 0));
  }

  @Test
  void a_result_without_papers_can_be_refused() throws IOException {
    Files.writeString(digest, "A Title Alone\n");

    CommandLineSession session = run("--fail-if-empty");

    assertThat(session.status(), is(5));
    assertThat(session.err(), containsString("no paper was found"));
  }

  @Test
  void metrics_replace_a_file_at_once() throws IOException {
    Path metrics = Files.writeString(folder.resolve("papersluice.prom"), "old");

    run("--quiet", "--metrics=" + metrics);

    List<String> lines = Files.readAllLines(metrics);
    assertThat(lines.contains("papersluice_run_status 0"), is(true));
    assertThat(lines.contains("papersluice_run_papers 1"), is(true));
    assertThat(lines.get(lines.size() - 1), is("# EOF"));
    assertThat(Files.exists(folder.resolve(".papersluice.prom.new")), is(false));
  }

  @Test
  void a_digest_can_come_on_standard_input() throws IOException {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(PAPER.getBytes(StandardCharsets.UTF_8)));
    try {
      CommandLineSession session =
          CommandLineSession.run(
              "--input=-", "--stdin-name=2025-03-12.txt", "--snapshot=piped", output);
      assertThat(session.err(), session.status(), is(0));
    } finally {
      System.setIn(before);
    }
    try (var parts = Files.walk(folder.resolve("out/piped/csv/digests"))) {
      Path part = parts.filter(Files::isRegularFile).findFirst().orElseThrow();
      assertThat(Files.readString(part), containsString("\"2025-03-12.txt\""));
    }
  }

  @Test
  void snapshots_are_listed_and_found_by_name_or_folder() {
    run("--snapshot=first");
    run("--snapshot=second");

    CommandLineSession list = CommandLineSession.run("snapshots", output);
    assertThat(list.out().lines().count(), is(2L));
    assertThat(list.out(), containsString("first"));
    String second =
        list.out().lines().filter(line -> line.startsWith("second ")).findFirst().orElseThrow();
    assertThat(second, containsString("latest"));

    assertThat(CommandLineSession.run("verify", "first", output).status(), is(0));
    String byFolder = folder.resolve("out/first").toString();
    assertThat(CommandLineSession.run("verify", byFolder).status(), is(0));
    CommandLineSession missing = CommandLineSession.run("verify", "third", output);
    assertThat(missing.status(), is(3));
    assertThat(missing.err(), containsString("no snapshot 'third'"));
  }

  @Test
  void a_diff_can_be_summed_up() throws IOException {
    run("--snapshot=first");
    Files.writeString(digest, PAPER + "\nOpen Maps\n\nWe map streets and tell how.\n");
    run("--snapshot=second");

    CommandLineSession diff =
        CommandLineSession.run("diff", "first", "second", "--summary", output);

    assertThat(diff.err(), is(emptyString()));
    assertThat(diff.out(), containsString("papers added 1"));
    assertThat(diff.out(), not(containsString("Open Maps")));
  }
}
