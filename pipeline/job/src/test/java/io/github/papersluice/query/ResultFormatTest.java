package io.github.papersluice.query;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultFormatTest {

  @Test
  void columnsAreAlignedWithNumbersToTheRight() {
    String printed =
        printed(
            ResultFormat.TABLE,
            20,
            List.of("name", "n"),
            new Object[] {"a", 1L},
            new Object[] {"longer", -12.5},
            new Object[] {null, null});

    assertThat(
        printed,
        is(
            """
            name        n
            ------  -----
            a           1
            longer  -12.5
            NULL     NULL
            (3 rows)
            """));
  }

  @Test
  void theLastColumnLeavesNoBlanks() {
    String printed = printed(ResultFormat.TABLE, 20, List.of("n", "name"), new Object[] {1L, "a"});

    assertThat(printed, is("n  name\n-  ----\n1  a\n(1 row)\n"));
  }

  @Test
  void longCellsAreCutToTheWidth() {
    assertThat(DisplayText.of("abcdef", 6), is(new DisplayText("abcdef", 6)));
    assertThat(DisplayText.of("abcdefg", 6), is(new DisplayText("abcde…", 6)));
    assertThat(DisplayText.of("ab", 1), is(new DisplayText("…", 1)));
  }

  @Test
  void wideCharactersTakeTwoColumnsAndMarksNone() {
    assertThat(DisplayText.of("漢字", 4), is(new DisplayText("漢字", 4)));
    assertThat(DisplayText.of("漢字漢", 4), is(new DisplayText("漢…", 3)));
    assertThat(DisplayText.of("🧪x", 3), is(new DisplayText("🧪x", 3)));
    assertThat(DisplayText.of("e\u0301", 1), is(new DisplayText("e\u0301", 1)));
  }

  @Test
  void whatATerminalWouldObeyIsReplaced() {
    assertThat(DisplayText.of("\u001b[31m", 9).text(), is("\uFFFD[31m"));
    assertThat(DisplayText.of("a\n\tb\u2028c", 9).text(), is("a  b c"));
    assertThat(DisplayText.of("a\u202Eb\u2067c", 9).text(), is("a\uFFFDb\uFFFDc"));
    assertThat(DisplayText.of("\u0000\u0085\uD800", 9).text(), is("\uFFFD\uFFFD\uFFFD"));
  }

  @Test
  void aTableEndsAfterAThousandRowsAndSaysSo() {
    Object[][] rows = new Object[1001][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new Object[] {(long) i};
    }

    String printed = printed(ResultFormat.TABLE, 20, List.of("n"), rows);

    assertThat(printed.lines().count(), is(1003L));
    assertThat(printed, endsWith("\n999\n(1,001 rows, the first 1,000 shown: see --csv)\n"));
  }

  @Test
  void csvQuotesTextsAndTellsNullFromEmpty() {
    String printed =
        printed(
            ResultFormat.CSV,
            1,
            List.of("a \"b\"", "n", "x", "y", "z"),
            new Object[] {"say \"hi\", you", 7L, null, "", true});

    assertThat(
        printed,
        is("\"a \"\"b\"\"\",\"n\",\"x\",\"y\",\"z\"\n\"say \"\"hi\"\", you\",7,,\"\",true\n"));
  }

  @Test
  void jsonKeepsTypes() {
    String printed =
        printed(
            ResultFormat.JSON,
            1,
            List.of("text", "n", "big", "x", "nan", "truth", "none"),
            new Object[] {"é\n\"", 7L, BigInteger.TEN.pow(20), 0.5, Double.NaN, true, null});

    assertThat(
        printed,
        is(
            "{\"text\":\"é\\n\\\"\",\"n\":7,\"big\":100000000000000000000,\"x\":0.5,"
                + "\"nan\":\"NaN\",\"truth\":true,\"none\":null}\n"));
  }

  @Test
  void jsonNamesAreMadeUnlike() {
    String printed =
        printed(ResultFormat.JSON, 1, List.of("a", "a", "a_2", "a"), new Object[] {1, 2, 3, 4});

    assertThat(printed, is("{\"a\":1,\"a_2\":2,\"a_2_2\":3,\"a_3\":4}\n"));
  }

  private static String printed(
      ResultFormat format, int width, List<String> columns, Object[]... rows) {
    StringWriter text = new StringWriter();
    ResultWriter writer = format.writer(new PrintWriter(text), width);
    writer.begin(columns);
    for (Object[] row : rows) {
      writer.row(row);
    }
    writer.end();
    return text.toString();
  }
}
