package io.github.papersluice.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;

class AbstractNamesTest {
  private static String names(String text) {
    return AbstractNames.of(new Utf8(text));
  }

  @Test
  void capitals_within_a_sentence_make_a_name() {
    assertThat(
        names("Models such as Heron and Kestrel fold. They are small."), is("heron kestrel"));
    assertThat(names("Heron folds! Kestrel does not."), is(""));
  }

  @Test
  void capitals_within_a_word_and_digits_make_a_name() {
    assertThat(
        names("LoRA, the OtterVL and heron2 fold in 3d space. 2025 was long."),
        is("lora ottervl heron2"));
  }

  @Test
  void a_name_is_told_once() {
    assertThat(names("We test Heron, then Heron-70B and HERON."), is("heron 70b"));
  }

  @Test
  void short_long_and_foreign_words_are_left_out() {
    assertThat(names("so AI and Ü2 " + "X".repeat(41) + " 模型 end"), is(""));
  }

  @Test
  void the_first_sixty_are_kept() {
    StringBuilder text = new StringBuilder("we use");
    for (int i = 100; i < 200; i++) {
      text.append(" Heron").append(i);
    }
    assertThat(names(text.toString()).split(" ").length, is(60));
  }
}
