package io.github.papersluice.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.arrayWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.papersluice.job.JobProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees who types a command, and what a scheduler does. */
class CommandLineTest {
  private static final String DIGEST =
      """
      Mar 11

      A Small Paper

      We show one thing with a 7B model. The code is at https://github.com/someone/thing.
      """;

  @TempDir private Path folder;
  private Path digest;
  private Path output;

  @BeforeEach
  void writeDigest() throws IOException {
    digest = Files.writeString(folder.resolve("digest.txt"), DIGEST);
    output = folder.resolve("out");
  }

  private CommandLineSession run(String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "--input=" + digest;
    arguments[1] = "--output=" + output;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return CommandLineSession.run(arguments);
  }

  private static void assertFails(CommandLineSession session, int status, String message) {
    assertThat(session.err(), session.status(), is(status));
    assertThat(session.err(), containsString(message));
    assertThat("one line", session.err().strip().split("\\R"), arrayWithSize(1));
    assertThat(session.out(), is(emptyString()));
  }

  @Test
  void a_run_twice_says_that_nothing_changed() {
    assertThat(run().status(), is(0));
    CommandLineSession again = run();
    assertThat(again.status(), is(0));
    assertThat(again.out(), containsString("nothing new"));
  }

  @Test
  void help_lists_every_option_and_the_exit_statuses() {
    CommandLineSession help = CommandLineSession.run("--help");
    assertThat(help.status(), is(0));
    assertThat(
        help.out(),
        allOf(
            containsString("--input"),
            containsString("--output"),
            containsString("--snapshot"),
            containsString("--overwrite"),
            containsString("--digestYear"),
            containsString("--shardSize"),
            containsString("--strict"),
            containsString("Exit status")));
  }

  @Test
  void a_typing_error_names_the_nearest_option() {
    assertFails(run("--overwrit"), 2, "did you mean --overwrite?");
    assertFails(run("--digestyear=2025"), 2, "did you mean --digestYear?");
    assertFails(run("--Snapshot=a"), 2, "did you mean --snapshot?");
    assertFails(run("--shardsize", "8MB"), 2, "did you mean --shardSize?");
    assertFails(run("--targetParalelism=2"), 2, "did you mean --targetParallelism?");
    assertFails(run("--nothingLikeIt"), 2, "unknown option '--nothingLikeIt' (--help");
  }

  @Test
  void a_word_that_is_no_option_is_told_from_a_command_and_a_digest() {
    assertFails(run("digest.txt"), 2, "a digest is named by --input=digest.txt");
    assertFails(CommandLineSession.run("verfy", "out"), 2, "did you mean the command verify?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify --agaisnt=a x", "diff --jsn a b", "query --cvs x", "diff a"})
  void commands_know_their_options_and_no_others(String line) {
    assertFails(CommandLineSession.run(line.split(" ", -1)), 2, "papersluice: ");
  }

  @Test
  void help_tells_of_each_command() {
    for (String command : List.of("verify", "diff", "query", "explain", "publish", "evaluate")) {
      CommandLineSession help = CommandLineSession.run("help", command);
      assertThat(help.status(), is(0));
      assertThat(help.out(), containsString("Usage: papersluice " + command));
    }
  }

  @Test
  void an_input_in_two_words_is_the_same() {
    assertThat(
        CommandLineSession.run("--input", digest.toString(), "--output", output.toString())
            .status(),
        is(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--digestYear=soon",
        "--digestYear",
        "--input=",
        "--output=",
        "--keep=0",
        "--targetParallelism=",
        "--digestYear=0",
        "--shardSize=8XB",
        "--shardSize=0",
        "--formats=xls",
        "--snapshot=../elsewhere",
        "--runner=NoSuchRunner",
        "--targetParallelism=many"
      })
  void a_bad_value_is_a_bad_option(String option) {
    CommandLineSession session = run(option);
    assertThat(session.err(), session.status(), is(2));
    assertThat(session.err(), not(containsString("\tat ")));
  }

  @Test
  void an_option_of_beam_is_passed_on() {
    assertThat(run("--targetParallelism=1").status(), is(0));
  }

  @Test
  void no_input_has_a_status_of_its_own() {
    digest = folder.resolve("absent-*.txt");
    assertFails(run(), 3, "absent-");
  }

  @Test
  void an_empty_folder_is_no_input() throws IOException {
    digest = Files.createDirectory(folder.resolve("empty"));
    assertFails(run(), 3, "empty");
  }

  @Test
  void a_link_in_a_circle_is_read_once() throws IOException {
    Files.createSymbolicLink(folder.resolve("circle"), folder);
    digest = folder;
    assertThat(run().status(), is(0));
  }

  @Test
  void a_link_that_leads_nowhere_cannot_be_read() throws IOException {
    Files.createSymbolicLink(folder.resolve("gone.txt"), folder.resolve("nowhere"));
    digest = folder;
    assertFails(run(), 4, "gone.txt");
  }

  @Test
  void a_device_is_no_digest() {
    digest = Path.of("/dev/null");
    assumeTrue(Files.exists(digest));
    assertFails(run(), 4, "/dev/null: java.io.IOException: it is no regular file");
  }

  @Test
  void file_names_may_hold_anything() throws IOException {
    for (String name : List.of("-a [b]*{c}?, \"d\".txt", "Ümläute 論文.txt", "line\nbreak.txt")) {
      Files.writeString(folder.resolve(name), DIGEST + "Written to " + name + "\n");
    }
    digest = folder;
    CommandLineSession session = run("--snapshot=names");
    assertThat(session.err(), session.status(), is(0));
    assertThat(
        Files.readString(output.resolve("names/csv/digests/part-00000.csv")),
        allOf(
            containsString("\"-a [b]*{c}?, \"\"d\"\".txt\""),
            containsString("\"Ümläute 論文.txt\""),
            containsString("\"line%0Abreak.txt\"")));
    digest = folder.resolve("-a [b]*{c}?, \"d\".txt");
    assertThat(run().status(), is(0));
  }

  @Test
  void an_output_that_is_a_file_cannot_be_written() throws IOException {
    output = Files.writeString(folder.resolve("file"), "here first");
    assertFails(run(), 6, output.toString());
    assertThat(Files.readString(output), is("here first"));
  }

  @Test
  void another_content_under_the_same_name_needs_overwrite() throws IOException {
    assertThat(run("--snapshot=today").status(), is(0));
    Files.writeString(digest, DIGEST.replace("7B", "8B"));
    assertFails(run("--snapshot=today"), 6, "--overwrite");
    assertThat(run("--snapshot=today", "--overwrite").status(), is(0));
  }

  @Test
  void a_rejection_is_published_unless_strict() throws IOException {
    Files.writeString(digest, "An abstract comes first. It has two sentences, and no title.\n");
    assertFails(run("--strict"), 5, "--strict");
    assertThat(Files.exists(output.resolve("LATEST")), is(false));
    CommandLineSession lenient = run();
    assertThat(lenient.status(), is(0));
    assertThat(lenient.out(), matchesPattern("(?s).*rejections +1\\R.*"));
  }

  @Test
  void strict_refuses_what_an_earlier_run_has_published() throws IOException {
    Files.writeString(digest, DIGEST + "\n\nA Lonely Title\n");
    assertThat(run().status(), is(0));
    assertFails(run("--strict"), 5, "1 pieces of the input were rejected");
  }

  /** A run that was killed after its snapshot appeared has not said so. */
  @Test
  void a_run_with_nothing_new_puts_right_what_a_killed_one_left() throws IOException {
    assertThat(run("--snapshot=older").status(), is(0));
    Files.writeString(digest, DIGEST + "\n\nAnother Paper\n\nIt says a thing. And another.\n");
    assertThat(run("--snapshot=newer").status(), is(0));
    Files.writeString(output.resolve("LATEST"), "older\n");
    Files.createDirectories(output.resolve(".staging-dead/parts"));
    CommandLineSession again = run("--snapshot=newer", "--keep=1");
    assertThat(again.status(), is(0));
    assertThat(again.out(), containsString("nothing new"));
    assertThat(Files.readString(output.resolve("LATEST")), is("newer\n"));
    try (Stream<Path> names = Files.list(output)) {
      assertThat(
          names.map(name -> name.getFileName().toString()).sorted().toList(),
          contains(".papersluice.lock", "HISTORY", "LATEST", "newer"));
    }
  }

  @Test
  void a_damaged_snapshot_is_not_taken_for_these_inputs() throws IOException {
    assertThat(run("--snapshot=day").status(), is(0));
    Files.writeString(output.resolve("day/manifest.json"), "{");
    assertFails(run("--snapshot=day"), 6, "is no snapshot");
  }

  @Test
  void rows_of_a_damaged_snapshot_are_not_taken_over() throws IOException {
    assertThat(run("--snapshot=first").status(), is(0));
    String part = "first/avro/papers/part-00000.avro";
    byte[] bytes = Files.readAllBytes(output.resolve(part));
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("A Small Paper")] = 'B';
    Files.write(output.resolve(part), bytes);
    Path more = Files.writeString(folder.resolve("more.txt"), DIGEST.replace("7B", "8B"));
    CommandLineSession incremental = run("--input=" + more, "--snapshot=day", "--incremental");
    assertThat(incremental.err(), incremental.status(), is(0));
    assertThat(
        incremental.err(),
        containsString("of the latest snapshot is damaged: its digests were read anew"));
    Path full = folder.resolve("full");
    CommandLineSession.run(
        "--input=" + digest, "--input=" + more, "--snapshot=day", "--output=" + full);
    assertThat(JobProcess.tree(output.resolve("day")), is(JobProcess.tree(full.resolve("day"))));
  }

  @Test
  void diff_tells_a_broken_snapshot_in_a_line() throws IOException {
    assertThat(run("--snapshot=day").status(), is(0));
    Path day = output.resolve("day");
    assertThat(diff(day, day).status(), is(0));
    assertThat(diff(day, day).out(), containsString("no differences"));
    Files.writeString(day.resolve("csv/links/part-00000.csv"), "digest_id\n");
    assertFails(diff(day, day), 4, "is damaged, run verify on it");
    Files.writeString(day.resolve("manifest.json"), "{}");
    assertFails(diff(day, day), 4, "cannot read the snapshot");
    assertFails(diff(day, output), 3, "no snapshot '");
  }

  private static CommandLineSession diff(Path older, Path newer) {
    return CommandLineSession.run("diff", older.toString(), newer.toString());
  }

  @Test
  void verify_tells_faults_a_line_each_and_none_of_another_folder_name() throws IOException {
    assertThat(run("--snapshot=day").status(), is(0));
    Path moved = Files.move(output.resolve("day"), folder.resolve("received"));
    CommandLineSession whole =
        CommandLineSession.run("verify", moved.toString(), "--against=" + digest);
    assertThat(whole.out() + whole.err(), whole.status(), is(0));
    Files.writeString(moved.resolve("load/more.sql"), "-- more");
    CommandLineSession faults = CommandLineSession.run("verify", moved.toString());
    assertThat(faults.status(), is(7));
    assertThat(
        faults.out(),
        is(
            "load/more.sql: is unknown: SHA256SUMS does not name it"
                + System.lineSeparator()
                + "papersluice: "
                + moved
                + " has 1 faults"
                + System.lineSeparator()));
  }

  @Test
  void the_same_bytes_twice_are_read_once_and_that_is_said() throws IOException {
    Files.copy(digest, folder.resolve("copy.txt"));
    digest = folder;
    CommandLineSession session = run();
    assertThat(session.status(), is(0));
    assertThat(session.err(), containsString("digest.txt has the bytes of copy.txt: read once"));
    assertThat(session.out(), matchesPattern("(?s).*papers +1\\R.*"));
  }

  @Test
  void many_copies_are_told_in_a_line_and_are_not_bytes_that_were_read() throws IOException {
    Path copies = Files.createDirectory(folder.resolve("copies"));
    String large = DIGEST + "A Long Paper\n\n" + "We show one more thing. ".repeat(90_000) + "\n";
    for (int i = 0; i < 40; i++) {
      Files.writeString(copies.resolve(i + ".txt"), large);
      Files.createFile(copies.resolve("empty" + i + ".txt"));
    }
    digest = copies;
    CommandLineSession session = run("--snapshot=copies");
    assertThat(session.status(), is(0));
    assertThat(session.err(), session.err().lines().count(), is(2L));
    assertThat(session.err(), containsString("78 files have the bytes of others"));
    assertThat(session.out(), matchesPattern("(?s).*read +2\\.2 MB in .*"));
    CommandLineSession all = run("--snapshot=again", "--debug");
    assertThat(all.err().lines().filter(line -> line.endsWith("read once")).count(), is(78L));
  }

  @Test
  void fifty_thousand_empty_files_are_done_with_soon() throws IOException {
    Path many = Files.createDirectory(folder.resolve("many"));
    for (int i = 0; i < 50_000; i++) {
      Files.createFile(many.resolve(i + ".txt"));
    }
    digest = many;
    assertTimeoutPreemptively(
        Duration.ofSeconds(40),
        () -> {
          CommandLineSession session = run("--snapshot=empty");
          assertThat(session.err(), session.status(), is(0));
          assertThat(session.err(), session.err().lines().count(), is(2L));
        });
  }

  @Test
  void nothing_of_the_run_is_left_but_the_snapshot() throws IOException {
    run("--snapshot=one");
    try (var names = Files.list(output)) {
      assertThat(
          names.map(path -> path.getFileName().toString()).sorted().toList(),
          is(List.of(".papersluice.lock", "HISTORY", "LATEST", "one")));
    }
  }

  @Test
  void debug_shows_where_an_error_comes_from() throws IOException {
    output = Files.writeString(folder.resolve("file"), "here first");
    CommandLineSession session = run("--debug");
    assertThat(session.status(), is(6));
    assertThat(session.err(), containsString("\tat io.github.papersluice"));
  }

  @Test
  void evaluate_scores_a_digest_and_a_snapshot_alike() throws IOException {
    run("--snapshot=one");
    Path gold =
        Files.writeString(
            folder.resolve("gold.jsonl"),
            "{\"position\": 1, \"title\": \"A Small Paper\", \"links\": [{\"url\":"
                + " \"https://github.com/someone/thing\", \"kind\": \"GITHUB_REPOSITORY\","
                + " \"repository\": \"someone/thing\"}], \"sizes\": []}\n");
    CommandLineSession ofDigest =
        CommandLineSession.run("evaluate", "--gold=" + gold, "--input=" + digest, "--json");
    CommandLineSession ofSnapshot =
        CommandLineSession.run(
            "evaluate", "--gold=" + gold, "--snapshot=" + output.resolve("one"), "--json");
    assertThat(ofDigest.err(), ofDigest.status(), is(0));
    assertThat(ofDigest.out(), is(ofSnapshot.out()));
    assertThat(ofDigest.out(), containsString("someone/thing"));
  }

  @Test
  void evaluate_says_what_is_missing() {
    CommandLineSession session =
        CommandLineSession.run(
            "evaluate", "--gold=" + folder.resolve("none.jsonl"), "--input=" + digest);
    assertFails(session, 3, "none.jsonl");
    assertThat(System.getProperty("papersluice.seeds"), is(nullValue()));
  }

  @Test
  void commandsAreDescribedUnlessAllArgumentsAreOptionsOfRun() {
    for (String[] arguments :
        List.of(
            new String[] {"--output=o", "verify", "o/s"},
            new String[] {"verify", "o/s"},
            new String[] {"--help"},
            new String[] {"--output=o", "vreify"})) {
      assertThat(RunCommand.commandLine(arguments).getSubcommands().keySet(), hasItem("verify"));
    }
    assertThat(
        RunCommand.commandLine(new String[] {"--output=o"}).getSubcommands().keySet(), is(empty()));
  }

  @Test
  void what_cannot_be_is_told_before_any_work() {
    String[] wrong = {
      "--snapshot=LATEST",
      "--snapshot=a.",
      "--snapshot=.a",
      "--snapshot=a/b",
      "--snapshot=" + "a".repeat(101),
      "--datePublished=2025-02-30",
      "--datePublished=2025-2-3",
      "--datePublished=yesterday",
      "--datePublished=+12025-02-03",
      "--url=javascript:alert(1)",
      "--url=/data",
      "--url=https://",
      "--url=https://user@example.org/",
      "--licenceUrl=file:///etc/passwd",
      "--licenceUrl=http://exa mple.org",
      "--title= ",
      "--creator=a\u0007b",
      "--description=one\u001b[31m"
    };
    for (String option : wrong) {
      assertFails(run(option), 2, option.substring(0, option.indexOf('=')));
      assertThat(option, Files.exists(output), is(false));
    }
    CommandLineSession right =
        run(
            "--snapshot=a.b",
            "--datePublished=2024-02-29",
            "--url=https://example.org/data?x=1",
            "--licenceUrl=http://example.org");
    assertThat(right.err(), right.status(), is(0));
  }
}
