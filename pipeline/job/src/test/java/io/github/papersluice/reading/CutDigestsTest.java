package io.github.papersluice.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A digest gives the same whether it is read whole or cut into pieces of any size. */
class CutDigestsTest {
  private static final Path SEED = Path.of("../../seeds/000_69aeb77fef9e3c50.txt");
  private static final long WHOLE = 1 << 26;

  @TempDir Path folder;

  @Test
  void seedCutIntoPieces() throws IOException {
    for (long size : new long[] {1, 1_000, 4_096, 50_000, 152_000}) {
      assertCutLikeWhole(SEED, size);
    }
  }

  @Test
  void seedIsReallyCut() throws IOException {
    assertThat(
        ShardPlanner.plan(List.of(Told.file(SEED)), 10_000, Told.FILES).shards().size(),
        greaterThan(10));
  }

  @Test
  void messyDigestsCutIntoPieces() throws IOException {
    Random random = new Random(20250311);
    for (int i = 0; i < 150; i++) {
      Path file = Files.write(folder.resolve("messy-" + i + ".txt"), messyDigest(random));
      assertCutLikeWhole(file, 1 + random.nextInt(3_000));
    }
  }

  private static void assertCutLikeWhole(Path path, long size) throws IOException {
    DigestFile file = Told.file(path);
    Told whole = Told.of(List.of(file), WHOLE, 2025);
    Told cut = Told.of(List.of(file), size, 2025);
    String reason = path + " cut at " + size;
    assertThat(reason, cut.papers, is(whole.papers));
    assertThat(reason, cut.refusals, is(whole.refusals));
    assertThat(reason, cut.digests, is(whole.digests));
  }

  @Test
  void piecesCoverTheFileWithoutGaps() throws IOException {
    long end = 0;
    for (Shard shard : ShardPlanner.plan(List.of(Told.file(SEED)), 5_000, Told.FILES).shards()) {
      for (DigestSegment segment : shard.segments()) {
        assertThat(segment.piece().start(), is(end));
        end = segment.piece().end();
      }
    }
    assertThat(end, is(Files.size(SEED)));
  }

  @Test
  void messyDigestsHoldAllKindsOfThings() throws IOException {
    Told told = Told.of(folder, "messy.txt", messyDigest(new Random(3)));
    assertThat(told.papers.isEmpty(), is(false));
    assertThat(told.refusals, is(org.hamcrest.Matchers.not(empty())));
  }

  private static final List<String> PARAGRAPHS =
      List.of(
          "A Title Of Some Kind",
          "Another Title: With a Colon and More?",
          "how small models learn to read long tables quickly",
          "We show that tables can be read. ".repeat(12).strip(),
          "We show a short thing.",
          "Withdrawn By The Authors.",
          "Code is at https://example.org/x",
          "Subscribe",
          "new",
          "Get trending papers in your email inbox!",
          "Mar 11",
          "12 March",
          "2024-02-30",
          "Upvote 12",
          "· 5 authors",
          "7",
          "Submitted by",
          "ada",
          "Daily\nWeekly\nMar 12",
          "GitHub",
          "Abstract",
          "15 days ago",
          "Ada Lovelace, Charles Babbage",
          "·\n5 authors",
          "(2) a theory of tables;",
          "看表，数表",
          "We wrap\nour lines\r\nand more. ".repeat(9).strip(),
          "Na\u00efve m\u00e9thode \u2028 \u4e2d\u6587\u3002");

  /** Paragraphs in any order, apart by line breaks of any kind. */
  static String messyText(Random random) {
    StringBuilder digest = new StringBuilder();
    String[] breaks = {"\n\n", "\r\n\r\n", "\r\r", "\n \t\n", "\n\u00a0\n", "\n\u3000\n\n\n", "\n"};
    int count = 5 + random.nextInt(120);
    for (int i = 0; i < count; i++) {
      digest.append(PARAGRAPHS.get(random.nextInt(PARAGRAPHS.size())));
      digest.append(breaks[random.nextInt(breaks.length)]);
    }
    return digest.toString();
  }

  private static byte[] messyDigest(Random random) {
    byte[] bytes = messyText(random).getBytes(UTF_8);
    for (int i = random.nextInt(4); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
