package io.github.papersluice.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialectCommandsTest {
  private static final String HEADLINES =
      "[{\"headline\": \"Sorting\", \"body\": {\"text\": \"We sort a 7B model.\"}}]";

  @TempDir private Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static List<String> papers(Path out, String snapshot) throws IOException {
    try (var files = Files.list(out.resolve(snapshot).resolve("csv/papers"))) {
      return Files.readAllLines(files.findFirst().orElseThrow());
    }
  }

  @Test
  void dialects_lists_each_with_a_line() {
    CommandLineSession session = CommandLineSession.run("dialects");
    assertThat(session.status(), is(0));
    assertThat(
        session.out().lines().map(line -> line.split(" ", 2)[0]).toList().subList(0, 2),
        is(List.of("text", "hf-daily-papers")));
  }

  @Test
  void inspect_says_which_dialect_and_why_and_shows_three_records() throws IOException {
    Path table = file("a.dat", "title,abstract\nOne,1 a.\nTwo,2 a.\nThree,3 a.\nFour,4 a.\n");
    CommandLineSession session = CommandLineSession.run("inspect", table.toString());
    assertThat(session.status(), is(0));
    assertThat(
        session.out(),
        allOf(
            containsString("a.dat is read as rows: a table with commas"),
            containsString("3. Three"),
            not(containsString("Four"))));
  }

  @Test
  void inspect_of_settings_says_what_they_look_like() throws IOException {
    Path settings = file("a.json", "{\"name\": \"x\", \"version\": 1}");
    CommandLineSession session = CommandLineSession.run("inspect", settings.toString());
    assertThat(
        session.out(),
        allOf(containsString("UNKNOWN_DIALECT"), containsString("--fields=title=NAME")));
  }

  @Test
  void inspect_without_a_file_is_refused() {
    CommandLineSession session =
        CommandLineSession.run("inspect", folder.resolve("none").toString());
    assertThat(session.status(), is(3));
  }

  @Test
  void names_that_do_not_exist_are_refused() {
    CommandLineSession dialect = CommandLineSession.run("--dialect=nope", "--input=x");
    assertThat(dialect.status(), is(2));
    assertThat(dialect.err(), containsString("no dialect nope"));
    CommandLineSession fields = CommandLineSession.run("--fields=ttl=x", "--input=x");
    assertThat(fields.status(), is(2));
    assertThat(fields.err(), allOf(containsString("ttl"), containsString("title, abstract")));
  }

  @Test
  void fields_of_ones_own_are_read_and_verified_again() throws IOException {
    Path headlines = file("headlines.json", HEADLINES);
    Path out = folder.resolve("out");
    CommandLineSession run =
        CommandLineSession.run(
            "--input=" + headlines,
            "--output=" + out,
            "--snapshot=s",
            "--fields=title=headline,abstract=body.text");
    assertThat(run.err(), run.status(), is(0));
    assertThat(papers(out, "s").get(1), containsString("\"Sorting\",\"We sort a 7B model.\""));
    CommandLineSession verified =
        CommandLineSession.run("verify", out.resolve("s").toString(), "--against=" + headlines);
    assertThat(verified.out(), verified.status(), is(0));
  }

  @Test
  void a_dialect_that_is_asked_for_is_used() throws IOException {
    Path headlines = file("lines.txt", "{\"title\": \"Sorting\", \"abstract\": \"We sort.\"}");
    Path out = folder.resolve("out");
    CommandLineSession run =
        CommandLineSession.run(
            "--input=" + headlines, "--output=" + out, "--snapshot=s", "--dialect=text");
    assertThat(run.err(), run.status(), is(0));
    assertThat(papers(out, "s").size(), is(1));
    assertThat(
        CommandLineSession.run("verify", out.resolve("s").toString(), "--against=" + headlines)
            .status(),
        is(0));
  }
}
