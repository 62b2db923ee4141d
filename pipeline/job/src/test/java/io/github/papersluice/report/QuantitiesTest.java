package io.github.papersluice.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class QuantitiesTest {
  @Test
  void counts_are_grouped() {
    assertThat(Quantities.count(0), is("0"));
    assertThat(Quantities.count(999), is("999"));
    assertThat(Quantities.count(1000), is("1,000"));
    assertThat(Quantities.count(-1_234_567), is("-1,234,567"));
    assertThat(Quantities.count(Long.MIN_VALUE), is("-9,223,372,036,854,775,808"));
    assertThat(Quantities.count(1, "paper", "papers"), is("1 paper"));
    assertThat(Quantities.count(0, "paper", "papers"), is("no papers"));
  }

  @Test
  void parameters_are_written_as_in_papers() {
    assertThat(Quantities.parameters(999), is("999"));
    assertThat(Quantities.parameters(58_000), is("58K"));
    assertThat(Quantities.parameters(41_950_000), is("41.95M"));
    assertThat(Quantities.parameters(7_000_000_000L), is("7B"));
    assertThat(Quantities.parameters(1_000_000_000_000L), is("1T"));
    assertThat(Quantities.parameters(Long.MAX_VALUE), is("9,223,372.04T"));
  }

  @Test
  void percentages_say_none_and_all_only_if_it_is_so() {
    assertThat(Quantities.percent(0, 1000), is("0 %"));
    assertThat(Quantities.percent(1, 1000), is("<1 %"));
    assertThat(Quantities.percent(999, 1000), is(">99 %"));
    assertThat(Quantities.percent(1000, 1000), is("100 %"));
    assertThat(Quantities.percent(0, 0), is("–"));
  }

  @Test
  void bins_of_the_scale_have_round_borders() {
    assertThat(SizeScale.name(SizeScale.bin(7_000_000_000L)), is("6.3B to 10B"));
    assertThat(SizeScale.name(SizeScale.bin(10_000_000_000L)), is("10B to 16B"));
    assertThat(SizeScale.name(SizeScale.bin(15_999_999_999L)), is("10B to 16B"));
    assertThat(SizeScale.name(SizeScale.bin(1)), is("1 to 2"));
    assertThat(SizeScale.bin(Long.MAX_VALUE), is(SizeScale.bins() - 1));
  }
}
