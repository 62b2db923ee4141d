package io.github.papersluice.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.papersluice.reading.DigestFile;
import io.github.papersluice.reading.InputChangedException;
import io.github.papersluice.reading.InputHashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
}
