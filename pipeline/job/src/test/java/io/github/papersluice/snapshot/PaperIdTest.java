package io.github.papersluice.snapshot;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.github.papersluice.model.Utf8Text;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PaperIdTest {
  @Test
  void isTheHashOfLettersAndDigitsInLowerCase() {
    assertThat(id("A Small, Made-up Title 2.0!"), is(Sample.id("asmallmadeuptitle20")));
  }

  @Test
  void spacingCaseAndPunctuationDoNotCount() {
    assertThat(id("made UP:  title"), is(id("Made-Up Title")));
  }

  @Test
  void compatibilityFormsAreTheSame() {
    assertThat(id("Ｆｕｌｌ ｗｉｄｔｈ ﬁn x²"), is(Sample.id("fullwidthfinx2")));
    assertThat(id("Re\u0301sume\u0301"), is(Sample.id("résumé")));
  }

  @Test
  void lettersOutsideAsciiCount() {
    assertThat(id("漢字 Δ 𝔤"), is(Sample.id("漢字δg")));
    assertThat(id("Überblick"), is(not(id("berblick"))));
  }

  @Test
  void lowerCaseIsNotThatOfTheLocale() {
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(id("AI für IDs"), is(Sample.id("aifürids")));
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void aTitleWithoutLettersHasTheIdOfNothing() {
    assertThat(id("?!"), is(Sample.id("")));
  }

  @Test
  void theAsciiPathAndTheOtherAgree() {
    String title = "Title with every ASCII letter: the quick brown fox, JUMPS 0123456789 @[`{";
    String viaUnicode = title + "\u2019";
    assertThat(id(viaUnicode), is(id(title)));
  }

  private static String id(String title) {
    return PaperId.of(Utf8Text.of(title));
  }
}
