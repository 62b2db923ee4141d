package io.github.papersluice.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.tables.PaperRow;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;

class NewestPapersTest {
  private final NewestPapers newest = new NewestPapers();

  private void add(long order, LocalDate day, String text) {
    PaperRow row = new PaperRow();
    row.setTitle(new Utf8("Paper " + order));
    row.setAbstract$(new Utf8(text));
    row.setPaperId(new Utf8("%016x".formatted(order)));
    row.setCodeStatus(new Utf8("NONE"));
    row.setDigestDate(day);
    if (newest.takes(ListedPaper.day(day))) {
      newest.add(new ListedPaper(row, order, "one.txt", List.of(), true));
    }
  }

  @Test
  void the_newest_come_first_and_the_undated_last_in_the_order_read() {
    LocalDate day = LocalDate.parse("2025-03-11");
    add(0, null, "");
    add(1, day, "");
    add(2, null, "");
    add(3, day.plusDays(1), "");
    add(4, day, "");
    assertThat(
        newest.newestFirst().stream().map(ListedPaper::title).toList(),
        contains("Paper 3", "Paper 1", "Paper 4", "Paper 0", "Paper 2"));
  }

  @Test
  void the_oldest_are_dropped_in_whatever_order_they_come() {
    LocalDate day = LocalDate.parse("2000-01-01");
    int all = 2 * NewestPapers.PAPERS;
    for (int i = 0; i < all; i++) {
      add(i, day.plusDays((long) i * 7_919 % all), "");
    }
    List<ListedPaper> kept = newest.newestFirst();
    assertThat(kept, hasSize(NewestPapers.PAPERS));
    assertThat(kept.get(0).day(), is(day.plusDays(all - 1).toEpochDay()));
    assertThat(kept.get(kept.size() - 1).day(), is(day.plusDays(NewestPapers.PAPERS).toEpochDay()));
  }

  @Test
  void whole_abstracts_are_kept_for_the_newest_only() {
    LocalDate day = LocalDate.parse("2025-03-11");
    for (int i = 0; i < 1_000; i++) {
      add(i, day.plusDays(i), "x".repeat(15_000));
    }
    List<ListedPaper> kept = newest.newestFirst();
    assertThat(kept, hasSize(1_000));
    assertThat(kept.get(0).abstractBytes(), is(15_000));
    assertThat(kept.get(999).abstractBytes(), is(0));
  }
}
