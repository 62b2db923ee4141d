package io.github.papersluice.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

class SnapshotReportTest {
  private static Document page(SampleSnapshot sample) throws IOException {
    return Jsoup.parse(new String(sample.report(), UTF_8));
  }

  private static List<SampleSnapshot> samples() {
    return List.of(
        SampleSnapshot.ordinary(),
        SampleSnapshot.hostile(),
        SampleSnapshot.empty(),
        SampleSnapshot.large(1000));
  }

  @Test
  void the_same_snapshot_gives_the_same_bytes_in_any_locale_and_time_zone() throws IOException {
    byte[] expected = SampleSnapshot.ordinary().report();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN", "de-DE")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        assertThat(Arrays.equals(SampleSnapshot.ordinary().report(), expected), is(true));
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void how_the_tables_are_cut_into_parts_changes_nothing() throws IOException {
    SampleSnapshot whole = SampleSnapshot.ordinary();
    assertThat(Arrays.equals(whole.report(), whole.inParts(7).report()), is(true));
  }

  @Test
  void what_a_text_says_never_becomes_markup() throws IOException {
    for (SampleSnapshot sample : samples()) {
      Document page = page(sample);
      assertThat(page.select("script"), hasSize(1));
      assertThat(page.select("style"), hasSize(1));
      assertThat(page.select("img, b > *, i, u, iframe, object, embed, base, form, link"), empty());
      for (Element element : page.getAllElements()) {
        for (Attribute attribute : element.attributes()) {
          assertThat(attribute.getKey(), not(startsWith("on")));
          assertThat(attribute.getKey(), not("style"));
        }
      }
    }
  }

  @Test
  void hostile_texts_are_shown_as_they_are() throws IOException {
    Document page = page(SampleSnapshot.hostile());
    assertThat(
        page.select(".papers .title").eachText().subList(0, 2),
        contains(
            "<script>document.title = 'run'</script>",
            "</title></style></script><svg onload=alert(1)>"));
    assertThat(page.select("#p1 td.facts").text(), containsString("<img src=x onerror=alert(1)>"));
    assertThat(page.select("#read th[scope=row]").text(), is("<b>bold</b> & \"quoted\".txt"));
    assertThat(
        page.select("#rejections").text(), containsString("<script>alert(2)</script>\uFFFD"));
    assertThat(page.select("#p8 .title").text(), is("Controls \uFFFD\uFFFD and \uFFFD"));
    assertThat(page.select("#p3 .title").text(), is("Emoji 🦙👩‍🔬 and 𝒻ancy letters"));
  }

  @Test
  void only_web_addresses_can_be_followed() throws IOException {
    Elements links = page(SampleSnapshot.hostile()).select("a[href]:not([href^=#])");
    assertThat(
        links.eachAttr("href"),
        contains("https://b.example/?q='<x>&y=\"z\"", "https://github.com/<i>/o'hara"));
    assertThat(new HashSet<>(links.eachAttr("rel")), is(Set.of("noopener noreferrer")));
  }

  @Test
  void the_policy_names_the_pages_own_style_and_script_and_nothing_else() throws Exception {
    for (SampleSnapshot sample : samples()) {
      Document page = page(sample);
      assertThat(
          page.select("meta[http-equiv=Content-Security-Policy]").attr("content"),
          is(
              "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
                  .formatted(
                      hash(page.select("style").first().data()),
                      hash(page.select("script").first().data()))));
    }
  }

  private static String hash(String content) throws Exception {
    byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(sha256);
  }

  @Test
  void nothing_is_loaded_from_anywhere() throws IOException {
    for (SampleSnapshot sample : samples()) {
      Document page = page(sample);
      assertThat(page.select("[src], [srcset], [data], [xlink:href], [poster]"), empty());
      assertThat(page.select("[href]:not(a)"), empty());
      String style = page.select("style").first().data();
      assertThat(style, not(containsString("url(")));
      assertThat(style, not(containsString("@import")));
    }
  }

  @Test
  void every_chart_has_a_title_a_description_and_a_table() throws IOException {
    Document page = page(SampleSnapshot.ordinary());
    assertThat(page.select("figure"), hasSize(6));
    for (Element figure : page.select("figure")) {
      Elements charts = figure.select("svg[role=img]");
      assertThat(charts.isEmpty(), is(false));
      for (Element chart : charts) {
        for (String id : chart.attr("aria-labelledby").split(" ", -1)) {
          assertThat(chart.getElementById(id).text().isBlank(), is(false));
        }
      }
      assertThat(figure.select("details table caption"), hasSize(1));
      assertThat(figure.select("details tbody tr").isEmpty(), is(false));
    }
  }

  @Test
  void ids_are_unique_and_every_inner_link_has_its_target() throws IOException {
    for (SampleSnapshot sample : samples()) {
      Document page = page(sample);
      List<String> ids = page.select("[id]").eachAttr("id");
      assertThat(new HashSet<>(ids), hasSize(ids.size()));
      List<String> targets = new ArrayList<>(page.select("a[href^=#]").eachAttr("href"));
      targets.removeIf(target -> ids.contains(target.substring(1)));
      assertThat(targets, empty());
    }
  }

  @Test
  void a_fact_leads_to_its_words_in_their_sentence() throws IOException {
    Document page = page(SampleSnapshot.ordinary());
    Element row = page.getElementById("p6");
    List<String> marked = new ArrayList<>();
    for (Element reference : row.select("a.ref")) {
      Element mark = page.getElementById(reference.attr("href").substring(1));
      marked.add(reference.text() + ": " + mark.parent().text() + " | " + mark.text());
    }
    assertThat(
        marked,
        contains(
            "3: See https://github.com/lab6/origami-6 for more. | https://github.com/lab6/origami-6",
            "1: Our Finch-32B is small. | 32B",
            "2: Our 350M is small. | 350M"));
  }

  @Test
  void the_key_figures_are_the_snapshots() throws IOException {
    assertThat(
        page(SampleSnapshot.ordinary()).select(".key div").eachText(),
        contains(
            "Papers 60 in 2 digests",
            "With code 33 % 20 papers",
            "Repositories 20 of 11 owners",
            "Model sizes 60 in 30 papers",
            "Rejections 1 listed with their reasons"));
  }

  @Test
  void the_histograms_table_adds_up() throws IOException {
    Document page = page(SampleSnapshot.ordinary());
    Element table = page.select("#sizes details table").first();
    long mentions = 0;
    for (String count : table.select("tbody td:nth-child(2)").eachText()) {
      mentions += Long.parseLong(count);
    }
    assertThat(mentions, is(60L));
    assertThat(
        table.select("tr:contains(6.3B to 10B)").text(),
        is("6.3B to 10B 10 7B Finch, Heron, Llama 2"));
  }

  @Test
  void the_page_is_headed_by_its_days() throws IOException {
    Document page = page(SampleSnapshot.ordinary());
    assertThat(page.select("h1").text(), is("Papers of 2025-03-11 to 2025-03-12"));
    assertThat(
        page.title(), is("Papers of 2025-03-11 to 2025-03-12 – Papersluice snapshot sample"));
    SampleSnapshot undated = SampleSnapshot.ordinary();
    undated.digest("notes.txt", null);
    assertThat(page(undated).select("h1").text(), is("Papers of 3 digests"));
    assertThat(page(SampleSnapshot.empty()).select("h1").text(), is("An empty snapshot"));
  }

  @Test
  void a_model_is_among_the_largest_once_however_it_is_spelled() throws IOException {
    SampleSnapshot sample = SampleSnapshot.empty();
    sample.digest("one.txt", "2025-03-11");
    sample.paper("Three Spellings", "We compare.", "NONE");
    sample.size("Heron-R1", "7B", 7_000_000_000L);
    sample.size("heron r1", "671B", 671_000_000_000L);
    sample.size("HERON R1", "671B", 671_000_000_000L);
    sample.size("Finch", "70B", 70_000_000_000L);
    for (int i = 1; i <= SizeTotals.LARGEST; i++) {
      sample.size("Wren " + "abcdefghijkl".charAt(i - 1), i + "B", i * 1_000_000_000L);
    }
    Elements rows =
        page(sample).select("#chart-largest-title").first().closest("figure").select("tbody tr");
    assertThat(rows, hasSize(SizeTotals.LARGEST));
    assertThat(
        rows.eachText().subList(0, 3),
        contains(
            "heron r1 671,000,000,000 one.txt, record 1 1 Three Spellings",
            "Finch 70,000,000,000 one.txt, record 1 1 Three Spellings",
            "Wren l 12,000,000,000 one.txt, record 1 1 Three Spellings"));
    assertThat(rows.first().select("a").attr("href"), is("#p1"));
  }

  @Test
  void every_paper_of_many_digests_is_in_the_chart_of_digests() throws IOException {
    SampleSnapshot sample = SampleSnapshot.empty();
    for (int i = 0; i < 600; i++) {
      sample.digest("day-%03d.txt".formatted(i), null);
      sample.paper("Paper " + i, "We fold.", "NONE");
    }
    Element figure = page(sample).select("#chart-digests-title").first().closest("figure");
    assertThat(figure.select("figcaption").text(), is("Papers in every 4 digests"));
    assertThat(figure.select("rect"), hasSize(150));
    assertThat(figure.select("text").text(), is("4"));
    assertThat(figure.select(".ends bdi").eachText(), contains("day-000.txt", "day-599.txt"));
  }

  @Test
  void an_empty_snapshot_has_a_page_that_says_so() throws IOException {
    Document page = page(SampleSnapshot.empty());
    assertThat(page.select("figure"), empty());
    assertThat(
        page.select("p.empty").eachText(),
        contains(
            "No digest was read.",
            "There are no papers.",
            "No model size was found.",
            "No link was found.",
            "There are no papers."));
    assertThat(page.select(".lede").text(), is("No papers from no digests."));
  }

  @Test
  void a_large_snapshot_lists_its_first_papers_and_says_where_the_rest_is() throws IOException {
    SampleSnapshot sample = SampleSnapshot.large(1000);
    Document page = page(sample);
    assertThat(page.select(".papers tbody tr"), hasSize(PaperList.PAPERS));
    assertThat(
        page.select("#papers .more").text(),
        is("The first 500 of 1,000 are listed; 500 are left out here and stand in csv/papers/."));
    assertThat(page.select(".key div").first().text(), is("Papers 1,000 in 5 digests"));
    assertThat(page.select("#sizes .about p").text(), startsWith("1,000 mentions"));
    assertThat(sample.opened().get("avro/papers/part-00003-of-00004.avro"), is((Integer) null));
  }

  @Test
  void a_page_is_bounded_however_much_its_papers_hold() throws IOException {
    SampleSnapshot sample = SampleSnapshot.empty();
    sample.digest("flood.txt", null);
    for (int i = 0; i < 300; i++) {
      sample.paper("<".repeat(400), "&".repeat(500), "NONE");
      for (int j = 0; j < 60; j++) {
        sample.link("https://x.example/" + j + "&".repeat(300), "OTHER", "UNKNOWN");
      }
    }
    byte[] page = sample.report();
    assertThat(page.length, lessThan(3_000_000));
    Document parsed = Jsoup.parse(new String(page, UTF_8));
    assertThat(parsed.select("#p1 .facts .note").text(), is("and 20 more"));
    assertThat(parsed.select("#papers .more").text(), containsString("of 300 are listed"));
  }

  @Test
  void rows_that_do_not_fit_together_are_an_error() {
    SampleSnapshot sample = SampleSnapshot.ordinary();
    sample.claimLink();
    IOException error = assertThrows(IOException.class, sample::report);
    assertThat(
        error.getMessage(),
        allOf(containsString("0000000000000002, record 20"), containsString("1 and 2 follow")));
  }

  @Test
  void code_is_counted_from_the_papers() throws IOException {
    ReportInput input = SampleSnapshot.ordinary().input();
    assertThat(CodeCounts.read(input.parts(), input.opener()), is(new CodeCounts(20, 6, 34)));
  }
}
