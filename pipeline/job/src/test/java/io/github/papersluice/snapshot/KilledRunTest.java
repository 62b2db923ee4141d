package io.github.papersluice.snapshot;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.papersluice.snapshot.check.SnapshotVerifier;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ends a run at each of its operations in turn, and looks at what it has left. */
class KilledRunTest {
  private SortedMap<String, String> oldSums;
  private SortedMap<String, String> newSums;

  @BeforeEach
  void whatThereShouldBe() throws IOException {
    oldSums = withOld().sums("day");
    MemoryStorage fresh = new MemoryStorage();
    Sample.publish(fresh, "day", false, " new");
    newSums = fresh.sums("day");
  }

  @Test
  void aKilledFirstRunLeavesAllOrNothing() throws IOException {
    long last = operations(new MemoryStorage());
    for (long n = 1; n <= last; n++) {
      MemoryStorage out = new MemoryStorage();
      kill(out, n);
      Optional<SnapshotFolder> found = SnapshotFolder.find(out, "day");
      if (found.isPresent()) {
        assertThat("killed at " + n, out.sums("day"), is(newSums));
        assertThat("killed at " + n, SnapshotVerifier.verify(found.get()), is(empty()));
      } else {
        assertThat("killed at " + n, out.exists("day"), is(false));
      }
      assertNextRunSucceeds(out, n);
    }
    assertThat(last, is(greaterThan(80L)));
  }

  @Test
  void aKilledReplacementLeavesTheOldOrTheNewWhole() throws IOException {
    long last = operations(withOld());
    int moved = 0;
    for (long n = 1; n <= last; n++) {
      MemoryStorage out = withOld();
      kill(out, n);
      SnapshotFolder found = SnapshotFolder.latest(out).orElseThrow();
      assertThat("killed at " + n, out.sums(found.below("")), anyOf(is(oldSums), is(newSums)));
      assertThat("killed at " + n, SnapshotVerifier.verify(found), is(empty()));
      moved += out.exists("day") ? 0 : 1;
      assertNextRunSucceeds(out, n);
    }
    // Between the two renames the old one has its hidden name.
    assertThat(moved, is(lessThanOrEqualTo(1)));
  }

  @Test
  void theNextRunPutsTheSnapshotBackBeforeAnythingElse() throws IOException {
    long last = operations(withOld());
    for (long n = 1; n <= last; n++) {
      MemoryStorage out = withOld();
      kill(out, n);
      SnapshotPublisher.open(out).close();
      assertThat("killed at " + n, out.sums("day"), anyOf(is(oldSums), is(newSums)));
      assertThat("killed at " + n, out.list(""), contains("HISTORY", "LATEST", "day"));
    }
  }

  @Test
  void aRunKilledWhileItClearsUpLeavesTheSnapshotWhole() throws IOException {
    long last = operations(withOld());
    for (long n = last / 2; n <= last; n++) {
      for (long m = 1; m < 200; m += 5) {
        MemoryStorage out = withOld();
        kill(out, n);
        FailingStorage storage = new FailingStorage(out);
        storage.dieAt(m);
        try {
          SnapshotPublisher.open(storage).close();
          m = Long.MAX_VALUE / 2;
        } catch (IOException e) {
          assertThat(e.getMessage(), containsString("No space left"));
        }
        SnapshotFolder found = SnapshotFolder.latest(out).orElseThrow();
        assertThat(
            "killed at " + n + ", " + m,
            out.sums(found.below("")),
            anyOf(is(oldSums), is(newSums)));
      }
    }
  }

  @Test
  void aFullDiskLeavesTheOldInItsPlace() throws IOException {
    long last = operations(withOld());
    for (long n = 1; n <= last; n++) {
      MemoryStorage out = withOld();
      FailingStorage storage = new FailingStorage(out);
      storage.failAt(n);
      IOException failure =
          assertThrows(IOException.class, () -> Sample.publish(storage, "day", true, " new"));
      assertThat(failure.getMessage(), containsString("No space left"));
      assertThat("full at " + n, out.sums("day"), anyOf(is(oldSums), is(newSums)));
      assertNextRunSucceeds(out, n);
    }
  }

  @Test
  void aKilledRunOnAStorageWithoutFolderRenamesIsNotMarked() throws IOException {
    for (long n = 1; n < 150; n++) {
      MemoryStorage out = new MemoryStorage();
      FailingStorage storage = FailingStorage.withoutFolderRenames(out);
      storage.dieAt(n);
      try {
        Sample.publish(storage, "day", false, " new");
      } catch (IOException e) {
        assertThat(e.getMessage(), containsString("No space left"));
      }
      if (out.exists("day/_SUCCESS")) {
        assertThat("killed at " + n, out.sums("day"), is(newSums));
      }
      Sample.publish(FailingStorage.withoutFolderRenames(out), "day", false, " new");
      assertThat("after " + n, out.sums("day"), is(newSums));
    }
  }

  private static MemoryStorage withOld() throws IOException {
    MemoryStorage out = new MemoryStorage();
    Sample.publish(out, "day", false, "");
    return out;
  }

  private static void kill(MemoryStorage out, long operation) {
    FailingStorage storage = new FailingStorage(out);
    storage.dieAt(operation);
    assertThrows(IOException.class, () -> Sample.publish(storage, "day", true, " new"));
  }

  private void assertNextRunSucceeds(MemoryStorage out, long n) throws IOException {
    Sample.publish(out, "day", true, " new");
    assertThat("after " + n, out.sums("day"), is(newSums));
    assertThat("after " + n, out.list(""), contains("HISTORY", "LATEST", "day"));
  }

  private static long operations(MemoryStorage out) throws IOException {
    FailingStorage storage = new FailingStorage(out);
    Sample.publish(storage, "day", true, " new");
    return storage.operations();
  }
}
