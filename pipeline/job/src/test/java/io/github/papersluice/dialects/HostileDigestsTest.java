package io.github.papersluice.dialects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.text.splitting.RecordSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Digests made to take long or much memory. Each must be read in time that grows with its length.
 */
@Timeout(60)
class HostileDigestsTest {
  private static final int HUGE = 40_000_000;

  /** A stream of the first text, many times the second one, and the third one. */
  private static InputStream stream(String before, String again, long length, String after) {
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(before.getBytes(UTF_8)),
                repeated(again.getBytes(UTF_8), length),
                new ByteArrayInputStream(after.getBytes(UTF_8)))));
  }

  private static InputStream repeated(byte[] text, long length) {
    return new InputStream() {
      private long place;

      @Override
      public int read() {
        return place < length ? text[(int) (place++ % text.length)] & 0xFF : -1;
      }

      @Override
      public int read(byte[] bytes, int offset, int wanted) {
        if (place >= length) {
          return -1;
        }
        int count = (int) Math.min(wanted, length - place);
        for (int i = 0; i < count; i++) {
          bytes[offset + i] = text[(int) ((place + i) % text.length)];
        }
        place += count;
        return count;
      }
    };
  }

  private static final class Counts implements RecordSink {
    private final List<String> titles = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    @Override
    public void record(PaperText paper) {
      titles.add(paper.title().toString());
    }

    @Override
    public void rejection(Rejection rejection) {
      rejections.add(rejection);
    }
  }

  private static Counts read(String dialect, InputStream digest) throws IOException {
    Counts counts = new Counts();
    Found.ALL.named(dialect).reader().read(digest, counts);
    return counts;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "json~[{'title':'One','abstract':'a'},{'title':'Two','abstract':'~x~'},{'title':'Three','abstract':'c'}]",
        "json~{'title':'One','abstract':'a'}\\n{'title':'Two','abstract':'~x~'}\\n{'title':'Three','abstract':'c'}\\n",
        "rss~<?xml version='1.0'?><rss><item><title>One</title><description>a</description></item><item><title>Two</title><description>~x~</description></item><item><title>Three</title><description>c</description></item></rss>",
        "rss~<?xml version='1.0'?><rss><item><title>One</title><description>a</description></item><item><title>Two</title><description>~<b/>~</description></item><item><title>Three</title><description>c</description></item></rss>",
        "rows~title,abstract\\nOne,a\\nTwo,~x~\\nThree,c\\n",
        "rows~title,abstract\\nOne,a\\nTwo,'~x~'\\nThree,c\\n",
        "bibtex~@misc{a,title={One}}\\n@misc{b,title={Two},abstract={~x~}}\\n@misc{c,title={Three}}\\n",
        "ris~TY  - JOUR\\nTI  - One\\nER  - \\nTY  - JOUR\\nTI  - Two\\nAB  - ~x\\n~\\nER  - \\nTY  - JOUR\\nTI  - Three\\nER  - \\n"
      })
  void an_entry_longer_than_the_longest_is_rejected_and_the_others_are_read(
      String dialect, String before, String again, String after) throws IOException {
    Counts counts = read(dialect, stream(marked(before), marked(again), HUGE, marked(after)));
    assertThat(counts.titles, contains("One", "Three"));
    assertThat(counts.rejections.get(0).reason(), is(Rejection.Reason.RECORD_TOO_LONG));
  }

  private static String marked(String text) {
    return text.replace('\'', '"').replace("\\n", "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "json~[{'title':'One','abstract':'a'},{'title':~[~}]",
        "json~[~[~",
        "json~[{'title':'One','abstract':'a'},~{'a':~",
        "json~{'title':'One','abstract':'a'}\\n~{'a':[~",
        "rss~<rss><item><title>One</title>~<a>~</item>",
        "bibtex~@misc{a,title={One}}\\n@misc{b,title=~{~",
        "bibtex~@misc{a,title={One}}\\n~@misc{b,\\n~",
        "rows~title,abstract\\nOne,a\\n~'~",
        "rows~title,abstract\\nOne,a\\n~'x\\n~",
        "rows~title,abstract\\nOne,a\\n~,~",
        "ris~TY  - JOUR\\nTI  - One\\nER  - \\n~TY  - \\n~",
        "arxiv-mail~\\\\\\narXiv:2601.00001\\nTitle: One\\n\\\\\\n~\\\\\\n~",
        "hf-page~<div data-props='~{&quot;a&quot;:[~'",
        "hf-page~~data-props='{'~"
      })
  void nesting_and_repetition_of_a_million_end_in_time(
      String dialect, String before, String again, String after) throws IOException {
    String end = after == null ? "" : after;
    String start = before == null ? "" : before;
    Counts counts = read(dialect, stream(marked(start), marked(again), 3_000_000, marked(end)));
    assertThat(counts.titles.size(), is(lessThan(3)));
  }

  @Test
  void an_empty_digest_gives_nothing() {
    for (Dialect dialect : Found.ALL.all()) {
      Found found = Found.by(dialect.reader(), new byte[0]);
      assertThat(dialect.name(), found.papers, is(List.of()));
    }
    assertThat(Found.in("").rejections, is(List.of()));
    assertThat(Found.in("\uFEFF \n").rejections, is(List.of()));
  }

  @Test
  void a_title_that_comes_again_and_again_is_rejected() {
    StringBuilder rows = new StringBuilder("title,abstract\n");
    for (int i = 0; i < 20; i++) {
      rows.append("Editor,Text number ").append(i).append(".\n");
    }
    Found found = Found.in(rows.toString());
    assertThat(found.papers.size(), is(3));
    assertThat(found.reasons().get(0), is(Rejection.Reason.REPEATED_TITLE));
  }

  @Test
  void programs_and_logs_are_no_digests_and_titles_are() {
    assertThat(
        Found.dialectOf("import os\nimport sys\n\ndef main():\n    print(1)\n    return 2\n"),
        is("unknown"));
    assertThat(
        Found.dialectOf("2026-01-05 10:00:00 INFO a\n2026-01-05 10:00:01 WARN b\n".repeat(3)),
        is("unknown"));
    assertThat(
        Found.dialectOf("iSort: Sorting by Eye\n\nWe sort what is seen.\n\nWe also look.\n"),
        is("text"));
    assertThat(
        Found.dialectOf("[Re] Sorting Again\n\nWe sort once more, and it holds.\n"), is("text"));
  }
}
