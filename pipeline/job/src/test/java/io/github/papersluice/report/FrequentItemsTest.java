package io.github.papersluice.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.github.papersluice.report.FrequentItems.Item;
import org.junit.jupiter.api.Test;

class FrequentItemsTest {
  @Test
  void counts_are_exact_within_the_capacity() {
    FrequentItems<Long> items = FrequentItems.ofNumbers(10);
    for (long i = 0; i < 30; i++) {
      items.add(i % 10 % 4);
    }
    assertThat(items.top(2), contains(new Item<>(0L, 9L), new Item<>(1L, 9L)));
    assertThat(items.distinct(), is(4));
    assertThat(items.error(), is(0L));
  }

  @Test
  void beyond_the_capacity_memory_is_bounded_and_the_frequent_are_kept() {
    FrequentItems<Long> items = FrequentItems.ofNumbers(100);
    for (long i = 0; i < 100_000; i++) {
      items.add(i % 10 == 0 ? -1L : i);
      assertThat(items.distinct(), is(lessThanOrEqualTo(200)));
    }
    Item<Long> first = items.top(1).get(0);
    assertThat(first.item(), is(-1L));
    assertThat(items.error(), is(greaterThan(0L)));
    assertThat(10_000 - first.count(), is(lessThanOrEqualTo(items.error())));
  }
}
