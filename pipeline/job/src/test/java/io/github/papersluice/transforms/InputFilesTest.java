package io.github.papersluice.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.papersluice.reading.DigestFile;
import io.github.papersluice.reading.InputChangedException;
import io.github.papersluice.reading.InputHashes;
import io.github.papersluice.reading.ShardPlanner;
import io.github.papersluice.reading.UnreadableInputException;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs that are listed, read, and looked at again. */
class InputFilesTest {
  private static final String REMOTE = "memory://bucket/digests/";

  @TempDir private Path folder;
  private Path first;
  private Path second;

  @BeforeEach
  void write() throws IOException {
    first = Files.writeString(folder.resolve("first.txt"), "It says a thing.");
    second = Files.writeString(folder.resolve("second.txt"), "It says another.");
    MemoryFileSystem.files().put(REMOTE + "first.txt", "It says a thing.".getBytes(UTF_8));
    MemoryFileSystem.files().put(REMOTE + "second.txt", "It says another.".getBytes(UTF_8));
  }

  @AfterEach
  void clear() {
    MemoryFileSystem.files().clear();
  }

  /** Lists and reads the inputs, lets something happen, and looks again. */
  private static void check(String input, Happening happening) throws IOException {
    InputFiles inputs = InputFiles.match(List.of(input));
    assertThat(inputs.files().stream().map(DigestFile::name).toList().toString(), is(NAMES));
    Map<String, String> read = InputHashes.of(inputs.files(), new BeamDigestOpener());
    happening.run();
    inputs.requireUnchanged(read);
  }

  private static final String NAMES = "[first.txt, second.txt]";

  private interface Happening {
    void run() throws IOException;
  }

  private void assertChanged(String input, String file, String words, Happening happening) {
    InputChangedException refusal =
        assertThrows(InputChangedException.class, () -> check(input, happening));
    assertThat(refusal.getMessage(), allOf(containsString(file), containsString(words)));
  }

  @Test
  void files_that_stay_the_same_are_the_same() throws IOException {
    check(folder.toString(), () -> {});
    check(REMOTE, () -> {});
  }

  @Test
  void a_file_that_was_only_touched_is_the_same() throws IOException {
    check(folder.toString(), () -> Files.setLastModifiedTime(first, FileTime.fromMillis(0)));
    check(folder.toString(), () -> Files.writeString(first, "It says a thing."));
  }

  @Test
  void other_bytes_of_the_same_length_are_seen() {
    assertChanged(
        folder.toString(),
        second.toString(),
        "its bytes are others",
        () -> Files.writeString(second, "It says nothing."));
  }

  /** Some programs set the time back: rsync, tar, touch. */
  @Test
  void other_bytes_under_the_same_time_are_seen() throws IOException {
    FileTime time = Files.getLastModifiedTime(first);
    assertChanged(
        folder.toString(),
        first.toString(),
        "its bytes are others",
        () -> {
          Files.writeString(first, "It says a think.");
          Files.setLastModifiedTime(first, time);
        });
  }

  @Test
  void another_file_in_its_place_is_seen() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "It says a think.");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(first));
    assertChanged(
        folder.toString(),
        first.toString(),
        "its bytes are others",
        () -> {
          Files.delete(first);
          Files.move(other, first);
        });
  }

  @Test
  void a_file_that_grows_goes_or_becomes_a_folder_is_seen() {
    assertChanged(
        folder.toString(),
        first.toString(),
        "it had 16 bytes and has 5",
        () -> Files.writeString(first, "Short"));
    assertChanged(folder.toString(), second.toString(), "gone", () -> Files.delete(second));
    assertThrows(IOException.class, () -> InputFiles.match(List.of(second.toString())));
  }

  @Test
  void a_folder_in_a_files_place_is_seen() {
    assertChanged(
        folder.toString(),
        second.toString(),
        "gone",
        () -> {
          Files.delete(second);
          Files.writeString(Files.createDirectory(second).resolve("x.txt"), "x");
        });
  }

  @Test
  void an_object_that_changes_or_goes_is_seen() {
    assertChanged(
        REMOTE,
        REMOTE + "second.txt",
        "its bytes are others",
        () ->
            MemoryFileSystem.files()
                .put(REMOTE + "second.txt", "It says nothing.".getBytes(UTF_8)));
    assertChanged(
        REMOTE,
        REMOTE + "first.txt",
        "gone",
        () -> MemoryFileSystem.files().remove(REMOTE + "first.txt"));
  }

  @Test
  void a_link_into_a_folder_above_ends() throws IOException {
    Files.createSymbolicLink(folder.resolve("up"), folder);
    check(folder.toString(), () -> {});
  }

  private static List<String> names(InputFiles inputs) {
    return inputs.files().stream().map(DigestFile::name).toList();
  }

  private static void shell(String command, Path workingFolder) throws Exception {
    Process process =
        new ProcessBuilder("bash", "-c", command).directory(workingFolder.toFile()).start();
    assertThat(process.waitFor(), is(0));
  }

  @Test
  void a_path_that_is_not_there_is_not_searched_for_on_the_whole_disk() {
    for (String absent :
        List.of(
            "/absent-" + folder.getFileName(),
            "/absent-" + folder.getFileName() + "/*.txt",
            "/absent-" + folder.getFileName() + "/**",
            "/absent-*-" + folder.getFileName() + "/deeper/*.txt",
            "file:///absent-" + folder.getFileName(),
            folder + "/[",
            folder + "/{a,b")) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () ->
              assertThrows(
                  FileNotFoundException.class, () -> InputFiles.match(List.of(absent)), absent));
    }
  }

  @Test
  void a_glob_finds_what_matches_and_looks_nowhere_else() throws Exception {
    Path deep = Files.createDirectories(folder.resolve("day [1]/deep"));
    Files.writeString(deep.resolve("first.txt"), "x");
    Files.writeString(deep.getParent().resolve("other.md"), "x");
    Path closed = Files.createDirectories(folder.resolve("closed"));
    assertThat(names(InputFiles.match(List.of(folder + "/*.txt"))).toString(), is(NAMES));
    assertThat(names(InputFiles.match(List.of("file://" + folder + "/*.txt"))).size(), is(2));
    assertThat(names(InputFiles.match(List.of(folder + "/d*/*/f*.txt"))).size(), is(1));
    assertThat(names(InputFiles.match(List.of(folder + "/**/*.{txt,md}"))).size(), is(2));
    assertThat(names(InputFiles.match(List.of(folder + "/**.txt"))).size(), is(3));
    assertThat(names(InputFiles.match(List.of(folder + "/[ef]irst.txt"))).size(), is(1));
    assertThat(names(InputFiles.match(List.of(folder + "/day [1]/*.md"))).size(), is(1));
    shell("chmod 000 .", closed);
    try {
      assertThat(names(InputFiles.match(List.of(folder + "/d*/*/f*.txt"))).size(), is(1));
    } finally {
      shell("chmod 700 " + closed, folder);
    }
  }

  @Test
  void a_folder_is_read_without_what_tells_of_it() throws Exception {
    for (String name :
        List.of("a.json", "b.JSONL.gz", "c.bib", "d.eml", "e.html", "f.md", "g.pdf")) {
      Files.writeString(folder.resolve(name), "x");
    }
    for (String name : List.of("README.md", "readme.txt", "LICENSE", "CHANGELOG.md", ".h.md")) {
      Files.writeString(folder.resolve(name), "x");
    }
    InputFiles inputs = InputFiles.match(List.of(folder.toString()));
    assertThat(
        names(inputs),
        is(
            List.of(
                "a.json",
                "b.JSONL.gz",
                "c.bib",
                "d.eml",
                "e.html",
                "f.md",
                "first.txt",
                "second.txt")));
    assertThat(inputs.passedOver(), is(List.of(folder.resolve("g.pdf").toString())));
    Path readme = folder.resolve("README.md");
    assertThat(names(InputFiles.match(List.of(readme.toString()))), is(List.of("README.md")));
  }

  @Test
  void a_backslash_is_a_character_of_a_name() throws Exception {
    assumeTrue(File.separatorChar == '/');
    Files.writeString(folder.resolve("a\\_b.txt"), "x");
    Files.writeString(folder.resolve("c\\.d"), "x");
    InputFiles inputs = InputFiles.match(List.of(folder.toString()));
    assertThat(names(inputs), is(List.of("a\\_b.txt", "first.txt", "second.txt")));
    assertThat(inputs.passedOver(), is(List.of(folder.resolve("c\\.d").toString())));
    assertThat(InputHashes.of(inputs.files(), new BeamDigestOpener()).size(), is(3));
    MemoryFileSystem.files().put(REMOTE + "c\\.d", "x".getBytes(UTF_8));
    assertThat(InputFiles.match(List.of(REMOTE)).passedOver().size(), is(1));
  }

  /** The file system knows bytes; a name in another encoding cannot travel as text. */
  @Test
  void a_name_that_is_not_text_is_refused_by_name() throws Exception {
    assumeTrue(File.separatorChar == '/');
    shell("printf x > $'latin-\\351.pdf'", folder);
    assertThat(InputFiles.match(List.of(folder.toString())).passedOver().size(), is(1));
    shell("printf x > $'latin-\\351.txt'", folder);
    for (String input : List.of(folder.toString(), folder + "/l*.txt")) {
      UnreadableInputException refusal =
          assertThrows(
              UnreadableInputException.class, () -> InputFiles.match(List.of(input)), input);
      assertThat(
          refusal.getMessage(), allOf(containsString("latin-%E9.txt"), containsString("rename")));
    }
  }

  @Test
  void what_has_become_a_pipe_is_not_waited_for() throws Exception {
    assumeTrue(File.separatorChar == '/');
    InputFiles inputs = InputFiles.match(List.of(folder.toString()));
    Files.delete(first);
    shell("mkfifo first.txt", folder);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          InputChangedException refusal =
              assertThrows(
                  InputChangedException.class,
                  () -> InputHashes.of(inputs.files(), new BeamDigestOpener()));
          assertThat(refusal.getMessage(), containsString("not a regular file any more"));
          assertThrows(
              InputChangedException.class,
              () -> ShardPlanner.plan(inputs.files(), 4, new BeamDigestOpener()));
        });
  }
}
