package io.github.papersluice.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.github.papersluice.report.Passages.Passage;
import io.github.papersluice.report.Passages.Place;
import io.github.papersluice.report.Passages.Span;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;

class PassagesTest {
  /** The passages of a text in which the spans stand between square brackets. */
  private static List<String> passages(String marked) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    int start = 0;
    for (int c : marked.codePoints().toArray()) {
      int at = text.codePointCount(0, text.length());
      if (c == '[') {
        start = at;
      } else if (c == ']') {
        spans.add(new Span(start, at));
      } else {
        text.appendCodePoint(c);
      }
    }
    return Passages.sentences(new Utf8(text.toString()), spans).passages().stream()
        .map(PassagesTest::drawn)
        .toList();
  }

  private static String drawn(Passage passage) {
    StringBuilder text = new StringBuilder(passage.cutBefore() ? "…" : "");
    for (int i = 0; i < passage.pieces().size(); i++) {
      String piece = passage.pieces().get(i);
      text.append(i % 2 == 0 ? piece : "[" + piece + "]");
    }
    return text.append(passage.cutAfter() ? "…" : "").toString();
  }

  @Test
  void a_sentence_is_cut_out_whole() {
    assertThat(
        passages("We begin. We train a [7B] model. It works."), contains("We train a [7B] model."));
  }

  @Test
  void spans_of_one_sentence_share_it() {
    assertThat(
        passages("Both [7B] and [13B] are small! Is [70B] small? No."),
        contains("Both [7B] and [13B] are small!", "Is [70B] small?"));
  }

  @Test
  void abbreviations_initials_and_numbers_end_no_sentence() {
    assertThat(
        passages("Models (e.g. Heron [7B]) by J. Doe et al. 2024 use Fig. 3 and 1.5 steps. Next."),
        contains("Models (e.g. Heron [7B]) by J. Doe et al. 2024 use Fig. 3 and 1.5 steps."));
  }

  @Test
  void quotes_and_brackets_belong_to_the_sentence_before() {
    assertThat(
        passages("(Really.) A [1B] model (it is.) Fine."), contains("A [1B] model (it is.)"));
  }

  @Test
  void chinese_sentences_need_no_spaces() {
    assertThat(passages("我们提出模型。规模是[72B]。很好。"), contains("规模是[72B]。"));
  }

  @Test
  void places_count_code_points() {
    assertThat(passages("🦙 is 👩‍🔬. 𝒻 has [7B]."), contains("𝒻 has [7B]."));
  }

  @Test
  void an_endless_sentence_is_cut_between_words() {
    String before = "left ".repeat(200);
    String after = " right".repeat(200);
    List<String> found = passages(before + "[7B]" + after);
    assertThat(found, hasSize(1));
    assertThat(found.get(0).startsWith("…left left"), is(true));
    assertThat(found.get(0).endsWith("right right…"), is(true));
    assertThat(found.get(0).length(), lessThan(2 * Passages.CONTEXT + 10));
  }

  @Test
  void an_endless_word_is_cut_between_code_points() {
    List<String> found = passages("é".repeat(999) + "[7B]" + "é".repeat(999));
    assertThat(found.get(0).matches("…é+\\[7B]é+…"), is(true));
  }

  @Test
  void overlapping_spans_share_a_mark_and_misplaced_ones_have_none() {
    Passages found =
        Passages.sentences(
            new Utf8("A 7B one."),
            List.of(
                new Span(2, 4),
                new Span(3, 4),
                new Span(6, 6),
                new Span(7, 99),
                new Span(99, 101)));
    assertThat(found.places().subList(0, 2), contains(new Place(0, 0), new Place(0, 0)));
    for (Place place : found.places().subList(2, 5)) {
      assertThat(place, is(nullValue()));
    }
    assertThat(drawn(found.passages().get(0)), is("A [7B] one."));
  }
}
