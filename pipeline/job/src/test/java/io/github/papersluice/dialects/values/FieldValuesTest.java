package io.github.papersluice.dialects.values;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldValuesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "2601.00101 | 2601.00101",
        "2601.00101v12 | 2601.00101",
        "0704.0001 | 0704.0001",
        "hep-th/9901001v2 | hep-th/9901001",
        "math.AG/0611123 | math.AG/0611123",
        "http://arxiv.org/abs/2601.00101v1 | 2601.00101",
        "https://arxiv.org/pdf/2601.00101v1.pdf | 2601.00101",
        "https://arxiv.org/abs/hep-th/9901001 | hep-th/9901001",
        "oai:arXiv.org:2601.00101 | 2601.00101",
        "arXiv: 2601.00101 [cs.CL] | 2601.00101",
        "arXiv preprint arXiv:2601.00101 | 2601.00101",
        "https://doi.org/10.48550/arXiv.2601.00101 | 2601.00101",
        "https://huggingface.co/papers/2601.00101 | 2601.00101",
        "/papers/2601.00101 | 2601.00101",
        "2613.00101 | -",
        "12601.00101 | -",
        "10.1000/2601.00101 | -",
        "abc0 | -",
        "649def34f8be52c8b66281af98ae884c09aef38b | -"
      })
  void arxiv_ids(String value, String id) {
    assertThat(ArxivId.of(value), is(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "10.1000/182 | 10.1000/182",
        "https://doi.org/10.1000/182 | 10.1000/182",
        "http://dx.doi.org/10.1000/a(b)c | 10.1000/a(b)c",
        "doi:10.1000/182. | 10.1000/182",
        "10.1000/1 10.1000/2 | 10.1000/1",
        "https://example.org/10.1000/182 | -",
        "none | -"
      })
  void dois(String value, String doi) {
    assertThat(Doi.of(value), is(doi));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "2026-01-05 | 2026-01-05",
        "2026-01-05T23:59:59-05:00 | 2026-01-05",
        "2026/01/05/ | 2026-01-05",
        "20260105 | 2026-01-05",
        "Mon, 5 Jan 2026 19:18:42 GMT | 2026-01-05",
        "Tue, 06 Jan 2026 00:00:00 -0500 | 2026-01-06",
        "Tue  6 Jan 26 19:00:00 GMT | 2026-01-06",
        "5 Jan 98 | 1998-01-05",
        "January 5, 2026 | 2026-01-05",
        "2026年1月5日 | 2026-01-05",
        "1767571200000 | 2026-01-05",
        "1767571200 | 2026-01-05",
        "2026 | -",
        "2026-01 | -",
        "2026-02-30 | -",
        "99999999999999 | -",
        "soon | -"
      })
  void dates(String value, String date) {
    assertThat(IsoDate.of(value), is(date));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Ada Person | Ada Person",
        "Ada Person, Bo Person, Cy Person | Ada Person; Bo Person; Cy Person",
        "Ada Person, Bo Person and Cy Person | Ada Person; Bo Person; Cy Person",
        "Ada Person, Bo Person, and Cy Person | Ada Person; Bo Person; Cy Person",
        "Ada Person and Bo Person | Ada Person; Bo Person",
        "Person, Ada and Person, Bo | Ada Person; Bo Person",
        "Person, Ada; van der Berg, Jan | Ada Person; Jan van der Berg",
        "Person, A. B. | A. B. Person",
        "Ada Person (1), Bo Person (2) ((1) A, (2) B) | Ada Person; Bo Person",
        "Ada Person, Bo Person, Jr. | Ada Person; Bo Person Jr.",
        "Alexander Hand, Rand and Sand | Alexander Hand; Rand; Sand",
        "; | -"
      })
  void authors_in_a_row(String row, String names) {
    assertThat(AuthorNames.ofRow(row), is(names));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a < b &amp; c &lt; d | a < b & c < d",
        "$a<b>c$ | $a<b>c$",
        "H<sub>2</sub>O and <i>x</i> | H2O and x",
        "<p>One.</p><p>Two.</p> | One. Two.",
        "caf&eacute; &#233; &#xE9; &nosuch; | café é é &nosuch;",
        "AT&T and R&D; x | AT&T and R&D; x",
        "\\alpha & \\beta | \\alpha & \\beta"
      })
  void markup(String written, String text) {
    assertThat(FieldText.of(written), is(text));
  }

  @ParameterizedTest
  @CsvSource({"1000,b", "100000,i", "100000,zzz"})
  void markup_takes_time_that_grows_with_its_length(int count, String name) {
    String tags = ("<" + name + ">").repeat(count);
    assertThat(FieldText.of(tags), is(tags));
    assertThat(AuthorNames.ofList(List.of("(".repeat(count))), is("(".repeat(count)));
    AuthorNames.ofRow("a (".repeat(count));
  }
}
