package io.github.papersluice.snapshot;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends a run at each of its operations in turn, and looks at what it has left. */
class KilledRunTest {
  @TempDir Path temp;
  private SortedMap<String, String> oldSums;
  private SortedMap<String, String> newSums;

  @BeforeEach
  void whatThereShouldBe() throws IOException {
    Sample.publish(new LocalStorage(temp.resolve("old")), "day", false, "");
    Sample.publish(new LocalStorage(temp.resolve("new")), "day", false, " new");
    oldSums = Tree.sums(temp.resolve("old/day"));
    newSums = Tree.sums(temp.resolve("new/day"));
  }

  @Test
  void aKilledFirstRunLeavesAllOrNothing() throws IOException {
    long last = operations(temp.resolve("count"), false);
    for (long n = 1; n <= last; n++) {
      Path out = temp.resolve("first-" + n);
      kill(out, n);
      Optional<SnapshotFolder> found = SnapshotFolder.find(new LocalStorage(out), "day");
      if (found.isPresent()) {
        assertThat("killed at " + n, Tree.sums(out.resolve("day")), is(newSums));
      } else {
        assertThat("killed at " + n, Files.exists(out.resolve("day")), is(false));
      }
      assertNextRunSucceeds(out, n);
    }
    assertThat(last, is(greaterThan(80L)));
  }

  @Test
  void aKilledReplacementLeavesTheOldOrTheNewWhole() throws IOException {
    long last = operations(temp.resolve("count"), true);
    int moved = 0;
    for (long n = 1; n <= last; n++) {
      Path out = temp.resolve("second-" + n);
      Sample.publish(new LocalStorage(out), "day", false, "");
      kill(out, n);
      Path found = Path.of(found(out).location());
      assertThat("killed at " + n, Tree.sums(found), anyOf(is(oldSums), is(newSums)));
      moved += Files.exists(out.resolve("day")) ? 0 : 1;
      assertNextRunSucceeds(out, n);
    }
    // Between the two renames the old one has its hidden name.
    assertThat(moved, is(lessThanOrEqualTo(1)));
  }

  @Test
  void aRunAfterAKilledReplacementThatFailsAsWellKeepsTheOld() throws IOException {
    long last = operations(temp.resolve("count"), true);
    for (long n = 1; n <= last; n++) {
      Path out = temp.resolve("third-" + n);
      Sample.publish(new LocalStorage(out), "day", false, "");
      kill(out, n);
      SnapshotPublisher.open(new LocalStorage(out)).close();
      assertThat("killed at " + n, Tree.sums(out.resolve("day")), anyOf(is(oldSums), is(newSums)));
      assertThat("killed at " + n, Tree.names(out), contains("LATEST", "day"));
    }
  }

  @Test
  void aFullDiskLeavesTheOldInItsPlace() throws IOException {
    long last = operations(temp.resolve("count"), true);
    for (long n = 1; n <= last; n++) {
      Path out = temp.resolve("full-" + n);
      Sample.publish(new LocalStorage(out), "day", false, "");
      FailingStorage storage = new FailingStorage(new LocalStorage(out));
      storage.failAt(n);
      IOException failure =
          assertThrows(IOException.class, () -> Sample.publish(storage, "day", true, " new"));
      assertThat(failure.getMessage(), org.hamcrest.Matchers.containsString("No space left"));
      assertThat("full at " + n, Tree.sums(out.resolve("day")), anyOf(is(oldSums), is(newSums)));
      assertNextRunSucceeds(out, n);
    }
  }

  @Test
  void aKilledRunOnAStorageWithoutFolderRenamesIsNotMarked() throws IOException {
    for (long n = 1; n < 200; n++) {
      Path out = temp.resolve("objects-" + n);
      FailingStorage storage = FailingStorage.withoutFolderRenames(new LocalStorage(out));
      storage.dieAt(n);
      try {
        Sample.publish(storage, "day", false, " new");
      } catch (IOException e) {
        assertThat(e.getMessage(), org.hamcrest.Matchers.containsString("No space left"));
      }
      if (Files.exists(out.resolve("day/_SUCCESS"))) {
        assertThat("killed at " + n, Tree.sums(out.resolve("day")), is(newSums));
      }
      Sample.publish(
          FailingStorage.withoutFolderRenames(new LocalStorage(out)), "day", false, " new");
      assertThat("after " + n, Tree.sums(out.resolve("day")), is(newSums));
    }
  }

  private static SnapshotFolder found(Path out) throws IOException {
    return SnapshotFolder.latest(new LocalStorage(out)).orElseThrow();
  }

  private static void kill(Path out, long operation) {
    FailingStorage storage = new FailingStorage(new LocalStorage(out));
    storage.dieAt(operation);
    assertThrows(IOException.class, () -> Sample.publish(storage, "day", true, " new"));
  }

  private void assertNextRunSucceeds(Path out, long n) throws IOException {
    Sample.publish(new LocalStorage(out), "day", true, " new");
    assertThat("after " + n, Tree.sums(out.resolve("day")), is(newSums));
    assertThat("after " + n, Tree.names(out), contains("LATEST", "day"));
  }

  private static long operations(Path out, boolean replacing) throws IOException {
    if (replacing) {
      Sample.publish(new LocalStorage(out), "day", false, "");
    }
    FailingStorage storage = new FailingStorage(new LocalStorage(out));
    Sample.publish(storage, "day", true, " new");
    return storage.operations();
  }
}
