package io.github.papersluice.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.papersluice.snapshot.check.SnapshotVerifier;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Cuts the power after each step of a run. Whatever the disk has kept: {@code LATEST} names a whole
 * snapshot that it named before or is to name, and each snapshot that can be seen is whole.
 */
class PowerCutTest {
  /** How many states of the disk are drawn a step; scripts/check-faults draws more. */
  private static final int DRAWS = Integer.getInteger("papersluice.faults", 4);

  private final Random random = new Random(17);

  /** The states that were looked at, and what of them can be seen. */
  private final Set<Map<String, String>> known = new HashSet<>();

  private final Set<Map<String, String>> visible = new HashSet<>();
  private int steps;

  private interface Work {
    void on(SnapshotStorage storage) throws IOException;
  }

  /**
   * Does some work and cuts the power after each of its steps.
   *
   * @param latest what {@code LATEST} may name; empty for no such file
   */
  private void cut(PowerStorage storage, Set<String> latest, Work work) throws IOException {
    storage.afterEachStep(
        () -> {
          steps++;
          for (int i = 0; i < DRAWS; i++) {
            look(storage, latest);
          }
        });
    work.on(storage);
    storage.afterEachStep(() -> {});
    assertThat(known.size(), greaterThan(20));
  }

  private void look(PowerStorage storage, Set<String> latest) {
    try {
      MemoryStorage found = storage.afterPowerCut(random);
      Map<String, String> sums = found.sums("");
      if (!known.add(Map.copyOf(sums))) {
        return;
      }
      sums.keySet().removeIf(path -> path.startsWith(SnapshotNames.STAGING));
      if (visible.add(sums)) {
        requireWholeSnapshots(found, latest);
      }
      if (known.size() % 60 == 0) {
        requireNextRun(found);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireWholeSnapshots(MemoryStorage found, Set<String> latest) throws IOException {
    String name = SnapshotFolder.latestName(found).orElse("");
    assertThat("step " + steps, name, is(in(latest)));
    if (!name.isEmpty()) {
      requireWhole(SnapshotFolder.find(found, name).orElseThrow());
    }
    for (String folder : found.list("")) {
      if (found.isFile(folder + "/" + SnapshotNames.SUCCESS) && SnapshotNames.isValid(folder)) {
        requireWhole(SnapshotFolder.find(found, folder).orElseThrow());
      }
    }
  }

  private void requireWhole(SnapshotFolder folder) throws IOException {
    assertThat(
        "step " + steps + " " + folder.location(), SnapshotVerifier.verify(folder), is(empty()));
  }

  private void requireNextRun(MemoryStorage found) throws IOException {
    Sample.publish(found, "next", false, " next");
    requireWhole(SnapshotFolder.latest(found).orElseThrow());
    assertThat(found.list("").stream().filter(name -> name.startsWith(".")).toList().size(), is(0));
  }

  private static void publish(SnapshotStorage storage, String name, boolean overwrite, String mark)
      throws IOException {
    publish(storage, name, overwrite, mark, true);
  }

  private static void publish(
      SnapshotStorage storage, String name, boolean overwrite, String mark, boolean durable)
      throws IOException {
    try (SnapshotPublisher publisher = SnapshotPublisher.open(storage)) {
      List<ShardReport> reports =
          Sample.write(storage, publisher.staging(), "attempt", WriteOptions.DEFAULT, mark);
      publisher.publish(Sample.request(name, overwrite, durable, reports, WriteOptions.DEFAULT));
    }
  }

  private static PowerStorage holding(String... names) throws IOException {
    PowerStorage storage = new PowerStorage();
    for (String name : names) {
      publish(storage, name, false, " of " + name);
    }
    return storage;
  }

  @Test
  void a_first_snapshot_is_there_whole_or_not_at_all() throws IOException {
    cut(new PowerStorage(), Set.of("", "day"), storage -> publish(storage, "day", false, ""));
  }

  @Test
  void a_second_snapshot_leaves_the_first_in_its_place() throws IOException {
    cut(
        holding("day-1"),
        Set.of("day-1", "day-2"),
        storage -> publish(storage, "day-2", false, " new"));
  }

  @Test
  void a_replaced_snapshot_is_the_old_or_the_new_one() throws IOException {
    cut(holding("day"), Set.of("day"), storage -> publish(storage, "day", true, " new"));
  }

  @Test
  void what_is_pruned_goes_whole() throws IOException {
    cut(
        holding("day-1", "day-2", "day-3"),
        Set.of("day-3"),
        storage -> {
          try (SnapshotPublisher publisher = SnapshotPublisher.open(storage)) {
            assertThat(publisher.prune(1).size(), is(2));
          }
        });
  }

  /** A kill, and the power goes while the next run puts things right. */
  @Test
  void what_a_killed_run_left_is_put_right_in_the_same_order() throws IOException {
    PowerStorage storage = holding("day", "other");
    try (SnapshotPublisher publisher = SnapshotPublisher.open(storage)) {
      publisher.staging();
    }
    storage.renameFolder("day", SnapshotNames.REPLACED + "day");
    cut(storage, Set.of("other", "day"), again -> publish(again, "day", true, " newer"));
    PowerStorage both = holding("other", "day");
    both.renameFolder("other", SnapshotNames.REPLACED + "day");
    cut(both, Set.of("day"), again -> SnapshotPublisher.open(again).close());
  }

  @Test
  void latest_is_named_again_after_a_cut() throws IOException {
    PowerStorage storage = holding("day-1", "day-2");
    SnapshotFolder first = SnapshotFolder.find(storage, "day-1").orElseThrow();
    PublishedSnapshot published =
        new PublishedSnapshot(
            "day-1", first.location(), PublishedSnapshot.Outcome.UNCHANGED, first.manifest());
    storage.afterEachStep(() -> look(storage, Set.of("day-1", "day-2")));
    try (SnapshotPublisher publisher = SnapshotPublisher.open(storage)) {
      publisher.makeLatest(published);
    }
    try (InputStream in = storage.open(SnapshotNames.LATEST)) {
      assertThat(new String(in.readAllBytes(), UTF_8).strip(), is("day-1"));
    }
  }

  /** The cuts are cruel enough to see what forcing to the disk is for. */
  @Test
  void without_forcing_to_the_disk_a_cut_does_harm() throws IOException {
    PowerStorage storage = holding("day");
    assertThrows(
        AssertionError.class,
        () ->
            cut(storage, Set.of("day"), unsynced -> publish(unsynced, "day", true, " new", false)));
  }
}
