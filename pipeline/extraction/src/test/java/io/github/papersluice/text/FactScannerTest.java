package io.github.papersluice.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.model.Availability;
import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.Facts;
import io.github.papersluice.model.Link;
import io.github.papersluice.model.PaperMetadata;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.TextField;
import io.github.papersluice.model.Utf8Text;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FactScannerTest {
  private static final String CODE = "https://github.com/ada/engine";

  private static Facts facts(String abstractText, String comment, String code, String project) {
    PaperMetadata metadata =
        new PaperMetadata(null, null, null, null, null, null, comment, code, project, null);
    return FactScanner.scan(
        new PaperText(
            Utf8Text.of("On engines"), Utf8Text.of(abstractText), 0, 1, null, 0, metadata));
  }

  private static String fields(Facts facts) {
    return facts.links().stream()
        .map(link -> link.field().columnName() + " " + link.url() + " " + link.availability())
        .collect(Collectors.joining("; "));
  }

  @Test
  void links_stand_in_every_field_in_the_order_of_the_fields() {
    Facts facts =
        facts(
            "Engines weave. See https://a.example.org.",
            "12 pages, 3 figures. Page: https://b.example.org",
            CODE,
            "https://ada.github.io/engine");

    assertThat(
        fields(facts),
        is(
            "abstract https://a.example.org AVAILABLE; comment https://b.example.org AVAILABLE;"
                + " code_url https://github.com/ada/engine AVAILABLE;"
                + " project_url https://ada.github.io/engine AVAILABLE"));
  }

  @Test
  void offsets_count_code_points_of_the_links_own_field() {
    String comment = "\uD835\uDEFC-ward, é: " + CODE;

    Link link = facts("Engines weave.", comment, null, null).links().get(0);

    assertThat(link.field(), is(TextField.COMMENT));
    assertThat(
        comment.substring(
            comment.offsetByCodePoints(0, link.start()), comment.offsetByCodePoints(0, link.end())),
        is(CODE));
  }

  @Test
  void a_link_of_two_fields_is_one_at_its_first_mention() {
    Facts facts =
        facts("We use " + CODE + " here.", null, "http://www.github.com/Ada/Engine/", CODE);

    assertThat(fields(facts), is("abstract https://github.com/ada/engine AVAILABLE"));
  }

  @ParameterizedTest
  @CsvSource({
    "The code is at the address in the footnote.,             AVAILABLE",
    "Engines weave.,                                          AVAILABLE",
    "The code will be released.,                              PROMISED",
    "We release our code. More of it will be released later., AVAILABLE"
  })
  void a_field_for_the_code_says_that_it_is_there_unless_the_text_promises_it(
      String abstractText, CodeStatus status) {
    assertThat(facts(abstractText, null, CODE, null).codeStatus(), is(status));
    assertThat(
        facts(abstractText, null, "https://ada.example.org/e.zip", null).codeStatus(), is(status));
  }

  @ParameterizedTest
  @CsvSource({
    "'Accepted at LOOM 2031. Code: https://github.com/ada/engine', AVAILABLE",
    "'9 pages; our code is publicly available',                    AVAILABLE",
    "'9 pages. Code will be released soon',                        PROMISED",
    "'9 pages, 4 figures, 2 tables',                               NONE"
  })
  void a_comment_speaks_of_code_as_the_text_does(String comment, CodeStatus status) {
    assertThat(facts("Engines weave.", comment, null, null).codeStatus(), is(status));
  }

  @Test
  void a_project_on_a_host_of_code_is_code_and_another_page_is_none() {
    assertThat(facts("Engines weave.", null, null, CODE).codeStatus(), is(CodeStatus.AVAILABLE));
    assertThat(
        facts("Engines weave.", null, null, "https://ada.example.org").codeStatus(),
        is(CodeStatus.NONE));
  }

  @Test
  void a_field_that_is_no_address_gives_no_link() {
    Facts facts = facts("Engines weave.", "", "n/a", "coming soon");

    assertThat(facts.links(), is(List.of()));
    assertThat(facts.codeStatus(), is(CodeStatus.NONE));
  }

  @Test
  void sizes_stand_in_title_and_abstract_only() {
    Facts facts = facts("A 7B model weaves.", "We train a 3B model.", null, null);

    assertThat(facts.modelSizes(), hasSize(1));
    assertThat(facts.links(), is(List.of()));
  }

  @Test
  void a_link_that_the_text_promises_stays_promised() {
    Facts facts = facts("Code will be available at " + CODE + ".", null, CODE, null);

    assertThat(facts.links().get(0).availability(), is(Availability.PROMISED));
    assertThat(facts.codeStatus(), is(CodeStatus.PROMISED));
  }
}
