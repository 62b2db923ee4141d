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
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class SnapshotReportTest {
  private static Document page(ReportSample sample) throws IOException {
    return Jsoup.parse(sample.report());
  }

  private static List<ReportSample> samples() {
    return List.of(
        ReportSample.ordinary(),
        ReportSample.hostile(),
        ReportSample.empty(),
        ReportSample.large(1000));
  }

  @Test
  void the_same_snapshot_gives_the_same_bytes_in_any_locale_and_time_zone() throws IOException {
    String expected = ReportSample.ordinary().report();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN", "de-DE")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        assertThat(ReportSample.ordinary().report().equals(expected), is(true));
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void how_the_tables_are_cut_into_parts_changes_nothing() throws IOException {
    ReportSample whole = ReportSample.ordinary();
    Document inTwo = page(whole);
    Document inSeven = page(whole.inParts(7));
    inTwo.select("#files").remove();
    inSeven.select("#files").remove();
    assertThat(inTwo.html().equals(inSeven.html()), is(true));
  }

  @Test
  void what_a_text_says_never_becomes_markup() throws IOException {
    for (ReportSample sample : samples()) {
      Document page = page(sample);
      assertThat(page.select("script:not([type])"), hasSize(1));
      for (Element block : page.select("script[type]")) {
        assertThat(block.data().matches("[A-Za-z0-9+/=]+"), is(true));
      }
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
    Document page = page(ReportSample.hostile());
    List<String> titles = page.select("#without-scripts > .box th[scope=row]").eachText();
    assertThat(
        titles.subList(0, 2),
        contains(
            "<script>document.title = 'run'</script>",
            "</title></style></script><svg onload=alert(1)>"));
    assertThat(titles.get(7), is("Controls \uFFFD\uFFFD and \uFFFD"));
    assertThat(titles.get(2), is("Emoji 🦙👩‍🔬 and 𝒻ancy letters"));
    assertThat(
        page.select("#without-scripts > .box tr:contains(document.title)").text(),
        containsString("<img src=x onerror=alert(1)> 7B"));
    assertThat(page.select("#read th[scope=row]").text(), is("<b>bold</b> & \"quoted\".txt"));
    assertThat(
        page.select("#rejections").text(), containsString("<script>alert(2)</script>\uFFFD"));
  }

  @Test
  void links_lead_into_the_page_or_to_the_snapshots_own_files() throws IOException {
    for (ReportSample sample : samples()) {
      List<String> files = page(sample).select("a[href]:not([href^=#])").eachAttr("href");
      List<String> known = new ArrayList<>(List.of("manifest.json", "SHA256SUMS"));
      sample.input().parts().forEach(part -> known.add(part.path()));
      files.removeIf(file -> file.matches("(csv|avro)/[a-z_]+/"));
      files.removeAll(known);
      assertThat(files, empty());
    }
  }

  @Test
  void the_policy_names_the_pages_own_style_and_script_and_nothing_else() throws Exception {
    for (ReportSample sample : samples()) {
      Document page = page(sample);
      assertThat(
          page.select("meta[http-equiv=Content-Security-Policy]").attr("content"),
          is(
              "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
                  .formatted(
                      hash(page.select("style").first().data()),
                      hash(page.select("script:not([type])").first().data()))));
    }
  }

  private static String hash(String content) throws Exception {
    byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(sha256);
  }

  @Test
  void nothing_is_loaded_from_anywhere() throws IOException {
    for (ReportSample sample : samples()) {
      Document page = page(sample);
      assertThat(page.select("[src], [srcset], [data], [xlink:href], [poster]"), empty());
      assertThat(page.select("[href]:not(a)"), empty());
      String style = page.select("style").first().data();
      assertThat(style, not(containsString("url(")));
      assertThat(style, not(containsString("@import")));
    }
  }

  @Test
  void ids_are_unique_and_every_inner_link_has_its_target() throws IOException {
    for (ReportSample sample : samples()) {
      Document page = page(sample);
      List<String> ids = page.select("[id]").eachAttr("id");
      assertThat(new HashSet<>(ids), hasSize(ids.size()));
      List<String> targets = new ArrayList<>(page.select("a[href^=#]").eachAttr("href"));
      targets.removeIf(target -> target.contains("=") || ids.contains(target.substring(1)));
      assertThat(targets, empty());
    }
  }

  @Test
  void the_first_lines_answer_what_is_new_what_has_code_and_what_is_used() throws IOException {
    assertThat(
        page(ReportSample.ordinary()).select(".answer").eachText(),
        contains(
            "New on 12 March 2025 20 papers 7 with code, 2 promising it, 10 naming a model’s size."
                + " 11 March 2025 had 40.",
            "With code now 20 of 60 papers, 33 % 6 more promise code.",
            "Models and sizes in use 350M is the size most named, in 30 papers Then 7B (6), 8B (4), 1B (2)."
                + " Models: Llama 2 (8), Qwen2.5 (8), Finch (7), Heron (7)."));
  }

  @Test
  void the_models_of_a_paper_count_once_however_they_are_spelled() throws IOException {
    ReportSample sample = ReportSample.empty();
    sample.digest("one.txt", "2025-03-11");
    sample.paper("Three Spellings", "We compare.", "NONE");
    sample.size("Heron-R1", "7B", 7_000_000_000L);
    sample.size("heron r1", "671B", 671_000_000_000L);
    sample.paper("Twice the Same", "We compare.", "NONE");
    sample.size("HERON R1", "671B", 671_000_000_000L);
    sample.paper("Another", "We compare.", "NONE");
    sample.size("HERON R1", "671B", 671_000_000_000L);
    assertThat(
        page(sample).select("#without-scripts table:contains(Models by papers) tbody").text(),
        is("HERON R1 3"));
  }

  @Test
  void the_page_is_headed_by_its_days() throws IOException {
    Document page = page(ReportSample.ordinary());
    assertThat(page.select("h1").text(), is("Papers of 2025-03-11 to 2025-03-12"));
    assertThat(
        page.title(), is("Papers of 2025-03-11 to 2025-03-12 – Papersluice snapshot sample"));
    ReportSample undated = ReportSample.ordinary();
    undated.digest("notes.txt", null);
    assertThat(page(undated).select("h1").text(), is("Papers of 3 digests"));
    assertThat(page(ReportSample.empty()).select("h1").text(), is("An empty snapshot"));
  }

  @Test
  void an_empty_snapshot_has_a_page_that_says_so() throws IOException {
    Document page = page(ReportSample.empty());
    assertThat(
        page.select("p.empty").eachText(), contains("There are no papers.", "No digest was read."));
    assertThat(page.select(".lede").text(), is("No papers from no digests."));
    assertThat(page.select("#explorer"), empty());
  }

  @Test
  void without_scripts_the_newest_papers_are_listed_and_the_table_says_how_many()
      throws IOException {
    Document page = page(ReportSample.large(1000));
    assertThat(page.select("#without-scripts > .box tbody tr"), hasSize(PaperSection.NEWEST));
    assertThat(
        page.select("#without-scripts > .box caption").text(),
        is("Papers, the newest first, the first 100 of 1,000"));
    assertThat(page.select("#papers .more"), empty());
  }

  @Test
  void a_page_is_bounded_however_much_its_papers_hold() throws IOException {
    ReportSample sample = ReportSample.empty();
    sample.digest("flood.txt", null);
    Random random = new Random(5);
    for (int i = 0; i < 600; i++) {
      sample.paper(noise(random, 400), noise(random, 2_000), "NONE");
      for (int j = 0; j < 60; j++) {
        sample.link("https://x.example/" + noise(random, 100), "OTHER", "UNKNOWN");
      }
    }
    String page = sample.report();
    assertThat(page.getBytes(UTF_8).length, lessThan(6_000_000));
    assertThat(Jsoup.parse(page).select("#papers .more").text(), startsWith("The newest "));
  }

  // Letters that nothing can compress much, so that the page's room ends.
  private static String noise(Random random, int length) {
    StringBuilder noise = new StringBuilder();
    for (int i = 0; i < length; i++) {
      noise.appendCodePoint(0x4E00 + random.nextInt(20_000));
    }
    return noise.toString();
  }

  @Test
  void rows_that_do_not_fit_together_are_an_error() {
    ReportSample sample = ReportSample.ordinary();
    sample.claimLink();
    IOException error = assertThrows(IOException.class, sample::report);
    assertThat(
        error.getMessage(),
        allOf(
            containsString("0000000000000002, record 20"),
            containsString("counts 2 links, 1 follow")));
  }

  @Test
  void code_is_counted_from_the_papers() throws IOException {
    ReportInput input = ReportSample.ordinary().input();
    assertThat(CodeCounts.read(input.parts(), input.opener()), is(new CodeCounts(20, 6, 34)));
  }
}
