package io.github.papersluice.job;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.cli.CommandLineSession;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.check.SnapshotVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happened since the day before, {@code --incremental} gives what a full run gives. */
class IncrementalRunTest {
  /** Files of more than 2 KB are cut, smaller ones packed together. */
  private static final String SHARD_SIZE = "--shardSize=2KB";

  @TempDir private Path folder;
  private Path digests;
  private int runs;

  @BeforeEach
  void theDayBefore() throws IOException {
    digests = Files.createDirectories(folder.resolve("digests"));
    for (int day = 1; day <= 4; day++) {
      write("2025-03-0" + day + ".txt", day, day == 2 ? 40 : 3);
    }
    run("tables", "--incremental", SHARD_SIZE);
  }

  private void write(String name, int day, int papers) throws IOException {
    StringBuilder text = new StringBuilder("Mar " + day + "\n\n");
    for (int i = 1; i <= papers; i++) {
      text.append("Paper ").append(i).append(" of Day ").append(day).append("\n\n");
      text.append("Its model has ").append(i).append("B parameters. Code: https://github.com/d/p");
      text.append(i).append(". It has a second sentence, too.\n\n");
      if (i % 3 == 0) {
        text.append("A Title without an Abstract\n\n");
      }
    }
    Files.writeString(digests.resolve(name), text);
  }

  private String run(String output, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "--input=" + digests;
    arguments[1] = "--output=" + folder.resolve(output);
    System.arraycopy(options, 0, arguments, 2, options.length);
    CommandLineSession session = CommandLineSession.run(arguments);
    assertThat(session.err(), session.status(), is(0));
    return session.out();
  }

  /** A full run elsewhere gives the same tree. */
  private void assertSameAsFull(String... options) throws IOException {
    String full = "full-" + runs++;
    run(full, options);
    String[] incremental = new String[options.length + 1];
    System.arraycopy(options, 0, incremental, 0, options.length);
    incremental[options.length] = "--incremental";
    run("tables", incremental);
    assertThat(JobProcess.tree(latest("tables")), is(JobProcess.tree(latest(full))));
  }

  private Path latest(String output) throws IOException {
    Path tables = folder.resolve(output);
    return tables.resolve(Files.readString(tables.resolve("LATEST")).strip());
  }

  @Test
  void a_day_comes() throws IOException {
    write("2025-03-05.txt", 5, 3);
    assertSameAsFull(SHARD_SIZE);
    write("2025-02-28.txt", 28, 2);
    assertSameAsFull(SHARD_SIZE);
  }

  @Test
  void a_day_goes() throws IOException {
    Files.delete(digests.resolve("2025-03-01.txt"));
    assertSameAsFull(SHARD_SIZE);
    Files.delete(digests.resolve("2025-03-02.txt"));
    assertSameAsFull(SHARD_SIZE);
  }

  @Test
  void a_day_is_mended() throws IOException {
    write("2025-03-02.txt", 2, 41);
    assertSameAsFull(SHARD_SIZE);
  }

  /** The date of a digest may come from its name. */
  @Test
  void a_day_is_called_otherwise() throws IOException {
    Files.move(digests.resolve("2025-03-03.txt"), digests.resolve("2024-12-31.txt"));
    assertSameAsFull(SHARD_SIZE);
    Path below = Files.createDirectories(digests.resolve("archive"));
    Files.move(digests.resolve("2025-03-01.txt"), below.resolve("2025-03-01.txt"));
    assertSameAsFull(SHARD_SIZE);
    Files.move(digests.resolve("2025-03-04.txt"), digests.resolve("notes.txt"));
    assertSameAsFull(SHARD_SIZE);
  }

  @Test
  void a_day_is_there_twice() throws IOException {
    Files.copy(digests.resolve("2025-03-03.txt"), digests.resolve("2025-02-01.txt"));
    assertSameAsFull(SHARD_SIZE);
    Files.delete(digests.resolve("2025-03-03.txt"));
    assertSameAsFull(SHARD_SIZE);
  }

  @Test
  void options_are_others() throws IOException {
    assertSameAsFull("--shardSize=4KB");
    assertSameAsFull("--shardSize=4KB", "--digestYear=2023");
    assertSameAsFull(SHARD_SIZE, "--csvFormulaGuard");
    assertSameAsFull(SHARD_SIZE, "--formats=csv");
    assertSameAsFull(SHARD_SIZE, "--formats=avro");
    assertSameAsFull(SHARD_SIZE, "--licence=CC-BY-4.0", "--creator=Ann", "--creator=Bob");
  }

  @Test
  void a_name_is_given_and_replaced() throws IOException {
    assertSameAsFull(SHARD_SIZE, "--snapshot=today", "--overwrite");
    write("2025-03-05.txt", 5, 3);
    assertSameAsFull(SHARD_SIZE, "--snapshot=today", "--overwrite");
  }

  /** The parts that keep their content are the files of the day before. */
  @Test
  void parts_that_stay_are_linked_and_outlive_the_snapshot_that_they_came_from()
      throws IOException {
    write("2025-03-05.txt", 5, 3);
    write("2025-03-06.txt", 6, 3);
    run("tables", "--incremental", "--shardSize=100KB", "--snapshot=before");
    // Each day is a shard of its own.
    run("tables", "--shardSize=1KB", "--snapshot=small");
    write("2025-03-07.txt", 7, 3);
    run("tables", "--incremental", "--shardSize=1KB", "--snapshot=after");
    run("full", "--shardSize=1KB", "--snapshot=after");
    Path small = folder.resolve("tables/small");
    Path after = folder.resolve("tables/after");

    assertThat(JobProcess.tree(after), is(JobProcess.tree(folder.resolve("full/after"))));
    assertThat(isSameFile(small, after, "csv/papers/part-00000.csv"), is(true));
    assertThat(linked(small, after) > 0, is(true));
    delete(small);
    assertThat(JobProcess.tree(after), is(JobProcess.tree(folder.resolve("full/after"))));
    assertThat(SnapshotVerifier.verify(SnapshotFolder.at(after)), is(List.of()));
  }

  @Test
  void small_files_in_whole_shards_are_linked() throws IOException {
    Files.delete(digests.resolve("2025-03-02.txt"));
    run("tables", "--shardSize=1KB", "--snapshot=before");
    write("2025-03-05.txt", 5, 3);
    assertSameAsFull("--shardSize=1KB", "--snapshot=after");
    Path before = folder.resolve("tables/before");
    Path after = folder.resolve("tables/after");

    assertThat(isSameFile(before, after, "avro/papers/part-00000.avro"), is(true));
    assertThat(isSameFile(before, after, "csv/digests/part-00000.csv"), is(true));
  }

  @Test
  void a_damaged_part_is_not_linked_but_made_anew() throws IOException {
    Files.delete(digests.resolve("2025-03-02.txt"));
    run("tables", SHARD_SIZE, "--snapshot=before");
    Path part = folder.resolve("tables/before/csv/papers/part-00000.csv");
    byte[] bytes = Files.readAllBytes(part);
    bytes[bytes.length / 2] ^= 1;
    Files.write(part, bytes);
    write("2025-03-05.txt", 5, 3);

    assertSameAsFull(SHARD_SIZE, "--snapshot=after");

    Path after = folder.resolve("tables/after");
    assertThat(
        isSameFile(folder.resolve("tables/before"), after, "csv/papers/part-00000.csv"), is(false));
  }

  private static long linked(Path one, Path other) throws IOException {
    try (Stream<Path> files = Files.walk(one)) {
      long count = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        count += isSameFile(one, other, one.relativize(file).toString()) ? 1 : 0;
      }
      return count;
    }
  }

  private static boolean isSameFile(Path one, Path other, String path) throws IOException {
    return Files.exists(other.resolve(path))
        && Files.isSameFile(one.resolve(path), other.resolve(path));
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void nothing_is_new() throws IOException {
    Path before = latest("tables");
    assertThat(run("tables", "--incremental", SHARD_SIZE), containsString("nothing new"));
    assertThat(latest("tables"), is(before));
  }

  /** What is gone again has a snapshot already, which is the newest state. */
  @Test
  void a_day_comes_and_goes() throws IOException {
    Path before = latest("tables");
    write("2025-03-05.txt", 5, 3);
    run("tables", "--incremental", SHARD_SIZE);
    Files.delete(digests.resolve("2025-03-05.txt"));
    assertThat(run("tables", "--incremental", SHARD_SIZE), containsString("nothing new"));
    assertThat(latest("tables"), is(before));
  }
}
