package io.github.papersluice.snapshot;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.snapshot.check.SnapshotVerifier;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.IOException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Lets each call of the storage fail once, whatever it is, and looks at what is there then. */
class FaultTest {
  /** Every so many calls one fails; scripts/check-faults lets each of them fail. */
  private static final int STRIDE = Integer.getInteger("papersluice.faults", 4) > 4 ? 1 : 3;

  private static void work(SnapshotStorage storage) throws IOException {
    Sample.publish(storage, "day", true, " new");
    try (SnapshotPublisher publisher = SnapshotPublisher.open(storage)) {
      publisher.prune(1);
    }
  }

  private static MemoryStorage before() throws IOException {
    MemoryStorage storage = new MemoryStorage();
    Sample.publish(storage, "older", false, " older");
    Sample.publish(storage, "day", false, "");
    return storage;
  }

  private static void letEachFail(Supplier<Throwable> fault) throws IOException {
    FaultyStorage counting = new FaultyStorage(before(), fault);
    work(counting);
    assertThat(counting.calls(), greaterThan(200L));
    for (long call = 1; call <= counting.calls(); call += STRIDE) {
      MemoryStorage storage = before();
      FaultyStorage faulty = new FaultyStorage(storage, fault);
      faulty.failAt(call);
      try {
        work(faulty);
      } catch (IOException | RuntimeException | OutOfMemoryError e) {
        // What it says is for its caller; what it leaves is for all.
      }
      requireWhole(storage, call);
      work(storage);
      requireWhole(storage, call);
      assertThat(
          "call " + call,
          storage.list("").stream().filter(name -> name.startsWith(".")).toList(),
          is(empty()));
    }
  }

  private static void requireWhole(MemoryStorage storage, long call) throws IOException {
    SnapshotFolder latest = SnapshotFolder.latest(storage).orElseThrow();
    assertThat("call " + call, SnapshotVerifier.verify(latest), is(empty()));
    for (String name : storage.list("")) {
      if (storage.isFile(name + "/" + SnapshotNames.SUCCESS) && SnapshotNames.isValid(name)) {
        SnapshotFolder folder = SnapshotFolder.find(storage, name).orElseThrow();
        assertThat("call " + call, SnapshotVerifier.verify(folder), is(empty()));
      }
    }
  }

  @Test
  void a_call_that_fails_leaves_whole_snapshots() throws IOException {
    letEachFail(() -> new IOException("Input/output error"));
  }

  @Test
  void no_memory_at_any_call_leaves_whole_snapshots() throws IOException {
    letEachFail(() -> new OutOfMemoryError("Java heap space"));
  }
}
