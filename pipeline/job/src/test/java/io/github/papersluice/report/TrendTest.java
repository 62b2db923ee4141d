package io.github.papersluice.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.github.papersluice.tables.PaperRow;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;

class TrendTest {
  private final Trend trend = new Trend();

  private void add(String day, String status, Long largest) {
    PaperRow paper = new PaperRow();
    paper.setDigestDate(day == null ? null : LocalDate.parse(day));
    paper.setCodeStatus(new Utf8(status));
    paper.setLargestParameters(largest);
    trend.add(paper);
  }

  private List<String> steps() {
    return trend.steps().entrySet().stream()
        .map(step -> Days.iso(step.getKey()) + " " + step.getValue().papers())
        .toList();
  }

  @Test
  void a_few_weeks_are_told_by_day() {
    add("2025-03-11", "NONE", null);
    add("2025-03-12", "NONE", null);
    add("2025-03-12", "NONE", null);
    assertThat(steps(), contains("2025-03-11 1", "2025-03-12 2"));
    assertThat(trend.period(), is(Period.DAY));
  }

  @Test
  void a_year_is_told_by_weeks_that_begin_on_mondays() {
    add("2024-12-31", "NONE", null);
    add("2025-01-05", "NONE", null);
    add("2025-01-06", "NONE", null);
    add("2025-12-01", "NONE", null);
    assertThat(steps(), contains("2024-12-30 2", "2025-01-06 1", "2025-12-01 1"));
  }

  @Test
  void some_years_are_told_by_month_and_centuries_by_year() {
    add("2023-02-28", "NONE", null);
    add("2023-02-01", "NONE", null);
    add("2025-12-01", "NONE", null);
    assertThat(steps(), contains("2023-02-01 2", "2025-12-01 1"));
    add("1912-06-23", "NONE", null);
    assertThat(steps(), contains("1912-01-01 1", "2023-01-01 2", "2025-01-01 1"));
  }

  @Test
  void any_number_of_days_is_held_in_few_steps() {
    LocalDate day = LocalDate.parse("0001-01-01");
    for (int i = 0; i < 30_000; i++) {
      add(day.plusDays(i * 97L).toString().replaceFirst("^\\+", "+"), "NONE", null);
    }
    assertThat(trend.steps().size(), is(lessThan(8_000)));
    assertThat(trend.steps().values().stream().mapToLong(Trend.Step::papers).sum(), is(30_000L));
  }

  @Test
  void quartiles_are_sizes_that_were_named() {
    for (long size : new long[] {1, 2, 3, 4, 100}) {
      add("2025-03-11", "AVAILABLE", size);
    }
    add("2025-03-11", "PROMISED", null);
    Trend.Step step = trend.steps().values().iterator().next();
    assertThat(step.quantile(25), is(2L));
    assertThat(step.quantile(50), is(3L));
    assertThat(step.quantile(75), is(4L));
    assertThat(
        List.of(step.papers(), step.available(), step.promised(), step.sized()),
        contains(6L, 5L, 1L, 5L));
  }

  @Test
  void the_newest_day_is_known_in_whatever_order_days_come() {
    assertThat(trend.before(), is(nullValue()));
    for (String day :
        List.of("2025-03-13", "2025-03-10", "2025-03-12", "2025-03-13", "2025-03-12")) {
      add(day, "AVAILABLE", null);
    }
    assertThat(Days.iso(trend.lastDay()), is("2025-03-13"));
    assertThat(trend.lastDays().papers(), is(2L));
    assertThat(trend.before(), is(new Trend.Before(LocalDate.parse("2025-03-12").toEpochDay(), 2)));
  }

  @Test
  void papers_without_a_date_are_told_apart() {
    add(null, "NONE", null);
    assertThat(trend.isEmpty(), is(true));
    assertThat(trend.undated(), is(1L));
  }
}
