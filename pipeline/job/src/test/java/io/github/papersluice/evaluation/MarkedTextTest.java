package io.github.papersluice.evaluation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.model.TextField;
import org.junit.jupiter.api.Test;

class MarkedTextTest {
  private static final String OWL = "\uD83E\uDD89";

  @Test
  void aShortTextIsShownWhole() {
    assertThat(marked("A 7B model", 2, 4), is("A [[7B]] model"));
  }

  @Test
  void aPlaceAtBothEndsHasNothingAround() {
    assertThat(marked("7B", 0, 2), is("[[7B]]"));
  }

  @Test
  void offsetsCountCodePoints() {
    assertThat(marked(OWL + OWL + " 7B " + OWL, 3, 5), is(OWL + OWL + " [[7B]] " + OWL));
  }

  @Test
  void sixtyCodePointsStandOnEitherSide() {
    String text = OWL.repeat(70) + "7B" + OWL.repeat(70);

    assertThat(
        marked(text, 70, 72), is("..." + OWL.repeat(60) + "[[7B]]" + OWL.repeat(60) + "..."));
  }

  @Test
  void aTextThatEndsWithTheContextIsNotCut() {
    String text = "x".repeat(60) + "7B" + "y".repeat(60);

    assertThat(marked(text, 60, 62), is("x".repeat(60) + "[[7B]]" + "y".repeat(60)));
  }

  @Test
  void aPlaceOutsideTheTextIsSaid() {
    assertThat(marked("A 7B", 2, 5), is("(no such place: the text has 4 code points)"));
  }

  private static String marked(String text, int start, int end) {
    return MarkedText.of(TextField.ABSTRACT, text, start, end).text();
  }
}
