package io.github.papersluice.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Opens reports in a real browser. With {@code -Dreport.screenshots=FOLDER} it also leaves pictures
 * of them there, to be looked at.
 */
class SnapshotReportBrowserTest {
  @TempDir private static Path folder;

  private static HeadlessChromium browser;

  private final ReportSample ordinary = ReportSample.ordinary();
  private final ReportSample large = ReportSample.large(600);
  private final ReportSample empty = ReportSample.empty();

  @BeforeAll
  static void startBrowser() throws Exception {
    Optional<Path> program = HeadlessChromium.program();
    assumeTrue(program.isPresent(), "no Chromium on the PATH: reports are not tried in a browser");
    browser = HeadlessChromium.start(program.get(), folder.resolve("profile"));
  }

  @AfterAll
  static void stopBrowser() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  private List<ReportSample> samples() {
    return List.of(ordinary, ReportSample.hostile(), empty);
  }

  private static void open(ReportSample sample) throws Exception {
    browser.open(Files.writeString(folder.resolve("report.html"), sample.report()));
    browser.waitUntil("!document.querySelector('#explorer') || document.querySelector('.rows')");
  }

  private static void openPaper(int row) throws Exception {
    browser.evaluate("document.querySelectorAll('.row .title')[%d].click()".formatted(row));
    browser.waitUntil("document.querySelector('dialog[open] h3')");
  }

  private static List<String> texts(String expression) throws Exception {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : browser.evaluate(expression)) {
      texts.add(text.asText());
    }
    return texts;
  }

  @Test
  void asks_for_nothing_and_reports_no_error() throws Exception {
    for (ReportSample sample : samples()) {
      browser.setScreen(1280, 900, false);
      open(sample);
      assertThat(browser.evaluate("document.readyState").asText(), is("complete"));
      assertThat(browser.events("Network.requestWillBeSent"), hasSize(1));
      assertThat(browser.events("Runtime.consoleAPICalled"), is(empty()));
      assertThat(browser.events("Runtime.exceptionThrown"), is(empty()));
      assertThat(browser.events("Log.entryAdded"), is(empty()));
    }
  }

  @Test
  void hostile_texts_are_shown_and_not_run() throws Exception {
    browser.setScreen(1280, 900, false);
    open(ReportSample.hostile());
    assertThat(
        texts("[...document.querySelectorAll('.row .title')].map((t) => t.textContent)")
            .subList(0, 3),
        contains(
            "<script>document.title = 'run'</script>",
            "</title></style></script><svg onload=alert(1)>",
            "Emoji 🦙👩‍🔬 and 𝒻ancy letters"));
    assertThat(
        browser.evaluate("document.title").asText(), endsWith("– Papersluice snapshot sample"));
    assertThat(
        browser.evaluate("document.querySelectorAll('main img, main i, svg').length").asInt(),
        is(0));
    openPaper(0);
    assertThat(
        texts("[...document.querySelectorAll('dialog a[href^=http]')].map((a) => a.href)"),
        contains("https://b.example/?q=%27%3Cx%3E&y=%22z%22"));
    assertThat(
        browser.evaluate("document.querySelector('dialog .found').textContent").asText(),
        containsString("<img src=x onerror=alert(1)> 7B"));
    assertThat(browser.events("Runtime.exceptionThrown"), is(empty()));
  }

  @Test
  void the_policy_stops_markup_that_found_its_way_in() throws Exception {
    String page = ordinary.report();
    String planted =
        page.replace(
            "<main>",
            "<main><script>document.title='run'</script>"
                + "<img src=\"https://img.example/x\" onerror=\"document.title='run'\">");
    browser.open(Files.writeString(folder.resolve("planted.html"), planted));
    assertThat(
        browser.evaluate("document.title").asText(), endsWith("– Papersluice snapshot sample"));
    assertThat(browser.events("Log.entryAdded").isEmpty(), is(false));
  }

  @Test
  void no_page_is_wider_than_a_phone() throws Exception {
    for (int width : new int[] {360, 390}) {
      browser.setScreen(width, 800, false);
      for (ReportSample sample : samples()) {
        open(sample);
        assertThat(texts(WIDER_THAN_PAGE), is(empty()));
        assertThat(
            browser.evaluate("document.documentElement.scrollWidth").asInt(),
            lessThanOrEqualTo(width));
        assertThat(browser.evaluate("innerWidth").asInt(), is(width));
      }
    }
  }

  /** Elements that reach out of the page and stand in no box of their own. */
  private static final String WIDER_THAN_PAGE =
      """
      [...document.body.querySelectorAll('*')]
        .filter((e) => !e.closest('.box, .list') && e.getBoundingClientRect().right > innerWidth)
        .map((e) => e.outerHTML.slice(0, 80))
      """;

  @Test
  void rows_out_of_view_are_printed_too() throws Exception {
    browser.setScreen(1280, 900, false);
    open(ordinary);
    browser.evaluate("dispatchEvent(new Event('beforeprint'))");
    browser.evaluate(
        "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))");
    assertThat(browser.evaluate("document.querySelectorAll('.row').length").asInt(), is(60));
    browser.evaluate("dispatchEvent(new Event('afterprint'))");
    assertThat(
        browser.evaluate("document.querySelectorAll('.row').length").asInt(), is(lessThan(60)));
  }

  @Test
  void is_readable_without_scripts() throws Exception {
    browser.setScripts(false);
    try {
      browser.setScreen(1280, 900, false);
      browser.open(Files.writeString(folder.resolve("report.html"), large.report()));
      assertThat(
          browser.evaluate("document.querySelector('#explorer').offsetHeight").asInt(), is(0));
      assertThat(
          browser
              .evaluate("document.querySelectorAll('#without-scripts > .box tbody tr').length")
              .asInt(),
          is(PaperSection.NEWEST));
      assertThat(
          browser.evaluate("document.querySelector('.only-without-scripts').offsetHeight").asInt(),
          is(greaterThan(0)));
    } finally {
      browser.setScripts(true);
    }
  }

  @Test
  void axe_finds_nothing() throws Exception {
    String axe;
    try (InputStream in =
        getClass().getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
      axe = new String(in.readAllBytes(), UTF_8);
    }
    for (boolean dark : new boolean[] {false, true}) {
      for (ReportSample sample : samples()) {
        browser.setScreen(dark ? 390 : 1280, 900, dark);
        open(sample);
        browser.evaluate(axe + ";0");
        assertThat(texts(VIOLATIONS), is(empty()));
        if (sample != empty) {
          openPaper(0);
          assertThat(texts(VIOLATIONS), is(empty()));
        }
      }
    }
  }

  private static final String VIOLATIONS =
      """
      axe.run(document).then((found) => found.violations.flatMap((violation) =>
        violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 120)}`)))
      """;

  @Test
  void all_text_has_contrast_enough_in_light_and_dark() throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      browser.setScreen(1280, 900, dark);
      open(ordinary);
      assertThat(texts(LOW_CONTRAST), is(empty()));
    }
  }

  /** Texts whose contrast to the colour behind them is below 4.5 to 1 (WCAG 2.2, 1.4.3). */
  private static final String LOW_CONTRAST =
      """
      (() => {
        const channels = (c) => c.match(/[\\d.]+/g).map(Number);
        const light = (c) => {
          const [r, g, b] = channels(c).map((v) => v / 255)
            .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const behind = (e) => {
          for (; e; e = e.parentElement) {
            const c = getComputedStyle(e).backgroundColor;
            if (channels(c)[3] !== 0) return c;
          }
          return 'rgb(255, 255, 255)';
        };
        const low = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const e = walker.currentNode.parentElement;
          if (!walker.currentNode.data.trim() || e.closest('script, title, desc')) continue;
          const style = getComputedStyle(e);
          const [a, b] = [light(e.closest('svg') ? style.fill : style.color), light(behind(e))];
          const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          if (ratio < 4.5) low.push(`${ratio.toFixed(2)} ${e.outerHTML.slice(0, 80)}`);
        }
        return low;
      })()
      """;

  @Test
  void pictures_are_left_where_asked_for() throws Exception {
    String wanted = System.getProperty("report.screenshots");
    assumeTrue(wanted != null, "no -Dreport.screenshots=FOLDER: no pictures are taken");
    Path pictures = Files.createDirectories(Path.of(wanted));
    for (int width : new int[] {1280, 390}) {
      for (boolean dark : new boolean[] {false, true}) {
        browser.setScreen(width, 900, dark);
        open(ordinary);
        String name = String.format(Locale.ROOT, "%d-%s.png", width, dark ? "dark" : "light");
        Files.write(pictures.resolve(name), browser.screenshot(width, width == 390 ? 3000 : 2000));
        openPaper(3);
        Files.write(pictures.resolve("paper-" + name), browser.screenshot(width, 900));
      }
    }
    Files.write(pictures.resolve("print.pdf"), browser.pdf());
  }
}
