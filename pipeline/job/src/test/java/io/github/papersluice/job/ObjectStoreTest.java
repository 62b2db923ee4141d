package io.github.papersluice.job;

import static io.github.papersluice.cli.CommandLineSession.run;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.github.papersluice.cli.CommandLineSession;
import io.github.papersluice.transforms.MemoryFileSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose output lies where nothing can be renamed. */
class ObjectStoreTest {
  private static final String SEED = "--input=../../seeds/000_69aeb77fef9e3c50.txt";
  private static final String STORE = "memory://bucket/tables";
  private static final String SNAPSHOT = STORE + "/s/";

  @TempDir private Path folder;

  @BeforeEach
  @AfterEach
  void clear() {
    MemoryFileSystem.files().clear();
    MemoryFileSystem.failAfterCopies(Integer.MAX_VALUE);
  }

  private static CommandLineSession intoStore(String... more) {
    return run(
        Stream.concat(Stream.of(SEED, "--output=" + STORE + "/", "--snapshot=s"), Stream.of(more))
            .toArray(String[]::new));
  }

  private static List<String> stored(String prefix) {
    return MemoryFileSystem.files().keySet().stream()
        .filter(uri -> uri.startsWith(prefix))
        .toList();
  }

  @Test
  void the_snapshot_is_the_same_as_on_a_disk() throws IOException {
    assertThat(run(SEED, "--output=" + folder, "--snapshot=s").status(), is(0));
    CommandLineSession session = intoStore();
    assertThat(session.err(), session.status(), is(0));
    SortedMap<String, String> expected = onDisk(folder.resolve("s"));
    SortedMap<String, String> actual = new TreeMap<>();
    stored(SNAPSHOT).forEach(uri -> actual.put(uri.substring(SNAPSHOT.length()), text(uri)));
    assertThat(actual, is(expected));
    assertThat(text(STORE + "/LATEST"), is("s\n"));
    assertThat(stored(STORE + "/.staging"), is(empty()));
  }

  private static String text(String uri) {
    return new String(MemoryFileSystem.files().get(uri), UTF_8);
  }

  private static SortedMap<String, String> onDisk(Path snapshot) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(snapshot)) {
      paths
          .filter(Files::isRegularFile)
          .forEach(path -> files.put(snapshot.relativize(path).toString(), read(path)));
    }
    return files;
  }

  private static String read(Path path) {
    try {
      return new String(Files.readAllBytes(path), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void input_is_read_from_it_too() throws IOException {
    MemoryFileSystem.files().put("memory://bucket/in/000_69aeb77fef9e3c50.txt", seed());
    CommandLineSession session =
        run("--input=memory://bucket/in/", "--output=" + folder, "--snapshot=s");
    assertThat(session.err(), session.status(), is(0));
    assertThat(intoStore().status(), is(0));
    assertThat(read(folder.resolve("s/SHA256SUMS")), is(text(SNAPSHOT + "SHA256SUMS")));
  }

  private static byte[] seed() throws IOException {
    return Files.readAllBytes(Path.of("../../seeds/000_69aeb77fef9e3c50.txt"));
  }

  @Test
  void a_run_twice_changes_nothing() {
    assertThat(intoStore().status(), is(0));
    List<String> before = List.copyOf(MemoryFileSystem.files().keySet());
    assertThat(intoStore().status(), is(0));
    assertThat(List.copyOf(MemoryFileSystem.files().keySet()), is(before));
  }

  @Test
  void other_content_never_takes_the_place_of_a_whole_snapshot() {
    assertThat(intoStore().status(), is(0));
    String before = text(SNAPSHOT + "SHA256SUMS");
    CommandLineSession session = intoStore("--formats=csv", "--overwrite");
    assertThat(session.status(), is(6));
    assertThat(session.err(), containsString("choose another --snapshot"));
    assertThat(text(SNAPSHOT + "SHA256SUMS"), is(before));
  }

  @Test
  void wherever_the_network_goes_no_snapshot_seems_whole_and_the_next_run_mends_it() {
    assertThat(intoStore().status(), is(0));
    SortedMap<String, byte[]> whole = new TreeMap<>(MemoryFileSystem.files());
    int cut = 0;
    for (int copies = 0; copies < 100; copies += 7) {
      MemoryFileSystem.files().clear();
      MemoryFileSystem.failAfterCopies(copies);
      if (intoStore().status() == 0) {
        break;
      }
      List<String> published = whole.keySet().stream().filter(u -> u.startsWith(SNAPSHOT)).toList();
      // _SUCCESS comes last of the snapshot; the folder's own LATEST and HISTORY come after it.
      assertThat(
          "after " + copies,
          stored(SNAPSHOT),
          either(not(hasItem(SNAPSHOT + "_SUCCESS"))).or(is(published)));
      MemoryFileSystem.failAfterCopies(Integer.MAX_VALUE);
      assertThat(intoStore().status(), is(0));
      assertThat(stored(SNAPSHOT), is(published));
      cut++;
    }
    assertThat(cut, is(greaterThan(2)));
  }

  @Test
  void a_pattern_is_no_output() {
    CommandLineSession session = run(SEED, "--output=memory://bucket/*");
    assertThat(session.status(), is(2));
    assertThat(session.err(), containsString("pattern"));
  }

  @Test
  void a_file_system_that_the_jar_lacks_is_named() {
    CommandLineSession session = run(SEED, "--output=nosuch://bucket/out");
    assertThat(session.err(), session.status(), is(2));
    assertThat(session.err(), containsString("nosuch"));
  }
}
