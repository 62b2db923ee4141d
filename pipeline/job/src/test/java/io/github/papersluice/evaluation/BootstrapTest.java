package io.github.papersluice.evaluation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notANumber;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  /** 80 of 100 records right: the normal approximation gives 0.8 +- 1.96 * 0.04. */
  @Test
  void intervalIsNearTheOneOfTheNormalApproximation() {
    Interval interval = new Bootstrap(records(80, 20)).interval(Tally::precision);

    assertThat(interval.low(), is(closeTo(0.722, 0.021)));
    assertThat(interval.high(), is(closeTo(0.878, 0.021)));
  }

  @Test
  void moreRecordsGiveANarrowerInterval() {
    Interval few = new Bootstrap(records(8, 2)).interval(Tally::f1);
    Interval many = new Bootstrap(records(800, 200)).interval(Tally::f1);

    assertThat(many.high() - many.low(), is(lessThan((few.high() - few.low()) / 3)));
  }

  @Test
  void sameRecordsGiveTheSameInterval() {
    Interval once = new Bootstrap(records(30, 7)).interval(Tally::f1);

    assertThat(new Bootstrap(records(30, 7)).interval(Tally::f1), is(once));
  }

  @Test
  void recordsWithoutMistakesGiveNoSpread() {
    assertThat(new Bootstrap(records(5, 0)).interval(Tally::f1), is(new Interval(1, 1)));
  }

  /** A quarter of the draws holds the record without labels twice. */
  @Test
  void drawsWithoutLabelsAreLeftOut() {
    Bootstrap bootstrap = new Bootstrap(List.of(new Tally(1, 1, 1), Tally.NONE));

    assertThat(bootstrap.interval(Tally::recall), is(new Interval(1, 1)));
  }

  @Test
  void nothingAtAllHasNoInterval() {
    Interval interval = new Bootstrap(List.of(Tally.NONE)).interval(Tally::f1);

    assertThat(interval.low(), is(notANumber()));
    assertThat(interval.high(), is(notANumber()));
  }

  private static List<Tally> records(int right, int wrong) {
    List<Tally> records = new ArrayList<>(Collections.nCopies(right, new Tally(1, 1, 1)));
    records.addAll(Collections.nCopies(wrong, new Tally(0, 1, 1)));
    return records;
  }
}
