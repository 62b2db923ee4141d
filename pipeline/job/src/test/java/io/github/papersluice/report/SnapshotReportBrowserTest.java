package io.github.papersluice.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
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

  private static void open(SampleSnapshot sample) throws Exception {
    browser.open(Files.write(folder.resolve("report.html"), sample.report()));
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
    for (SampleSnapshot sample :
        List.of(SampleSnapshot.ordinary(), SampleSnapshot.hostile(), SampleSnapshot.empty())) {
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
  void a_script_in_a_title_is_shown_and_not_run() throws Exception {
    browser.setScreen(1280, 900, false);
    open(SampleSnapshot.hostile());
    assertThat(
        browser.evaluate("document.querySelector('.papers .title').textContent").asText(),
        is("<script>document.title = 'run'</script>"));
    assertThat(
        browser.evaluate("document.title").asText(), endsWith("– Papersluice snapshot sample"));
    assertThat(browser.evaluate("document.scripts.length").asInt(), is(1));
  }

  @Test
  void the_policy_stops_markup_that_found_its_way_in() throws Exception {
    String page = new String(SampleSnapshot.ordinary().report(), UTF_8);
    String planted =
        page.replace(
            "<main id=\"content\">",
            "<main id=\"content\"><script>document.title='run'</script>"
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
      for (SampleSnapshot sample :
          List.of(SampleSnapshot.ordinary(), SampleSnapshot.hostile(), SampleSnapshot.empty())) {
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
        .filter((e) => !e.closest('.box') && e.getBoundingClientRect().right > innerWidth)
        .map((e) => e.outerHTML.slice(0, 80))
      """;

  @Test
  void names_at_peaks_cover_neither_each_other_nor_a_bar() throws Exception {
    for (int width : new int[] {1280, 390}) {
      browser.setScreen(width, 900, false);
      for (SampleSnapshot sample :
          List.of(SampleSnapshot.ordinary(), SampleSnapshot.hostile(), SampleSnapshot.large(600))) {
        open(sample);
        assertThat(texts(OVERLAPS), is(empty()));
        assertThat(browser.evaluate(NAMES_SHOWN).asInt(), is(greaterThan(0)));
      }
    }
  }

  private static final String NAMES_SHOWN =
      "[...document.querySelectorAll('.histogram .value')]"
          + ".filter(t => t.getClientRects().length).length";

  /** Names in a histogram that touch another name or one of its bars. */
  private static final String OVERLAPS =
      """
      [...document.querySelectorAll('.histogram')].flatMap((chart) => {
        const box = (e) => e.getBoundingClientRect();
        const names = [...chart.querySelectorAll('.value, .label')].filter((e) => box(e).width);
        const marks = [...names, ...chart.querySelectorAll('rect')].filter((e) => box(e).width);
        const cover = (a, b) => a.left + 1 < b.right && b.left + 1 < a.right
          && a.top + 3 < b.bottom && b.top + 3 < a.bottom;
        return names.flatMap((name) => marks
          .filter((mark) => mark !== name && cover(box(name), box(mark)))
          .map((mark) => `${name.textContent} on ${mark.textContent || 'a bar'}`));
      })
      """;

  @Test
  void papers_can_be_sorted() throws Exception {
    browser.setScreen(1280, 900, false);
    open(SampleSnapshot.ordinary());
    assertThat(
        browser.evaluate("document.querySelector('th[data-sort=number]').ariaSort").asText(),
        is("ascending"));
    String click = "document.querySelector('th[data-sort=size] button').click();";
    String numbers =
        "[...document.querySelectorAll('.papers tbody tr')].slice(0, 3).map(r => r.dataset.size)";
    assertThat(texts(click + numbers), contains("540000000000", "540000000000", "405000000000"));
    assertThat(
        browser.evaluate("document.querySelector('th[data-sort=size]').ariaSort").asText(),
        is("descending"));
    assertThat(texts(click + numbers), contains("0", "0", "0"));
  }

  @Test
  void papers_can_be_filtered_by_words_and_by_code() throws Exception {
    browser.setScreen(1280, 900, false);
    open(SampleSnapshot.ordinary());
    String shown =
        "[...document.querySelectorAll('.papers tbody tr')].filter(r => r.offsetParent || r.offsetHeight)"
            + ".map(r => r.querySelector('.title').textContent)";
    assertThat(
        texts(
            "{const i = document.querySelector('.tools input'); i.value = 'KESTREL 33';"
                + " i.dispatchEvent(new Event('input'));}"
                + shown),
        contains("Kestrel Learns to Fold Origami in 33 Steps"));
    assertThat(
        texts(
            "{const i = document.querySelector('.tools input'); i.value = '';"
                + " const s = document.querySelector('.tools select'); s.value = 'PROMISED';"
                + " s.dispatchEvent(new Event('change'));}"
                + shown),
        hasSize(6));
    assertThat(
        browser.evaluate("document.querySelector('.tools output').value").asText(),
        is("6 of 60 listed"));
  }

  @Test
  void a_fact_leads_to_its_mark() throws Exception {
    browser.setScreen(390, 800, false);
    open(SampleSnapshot.ordinary());
    browser.evaluate("document.querySelector('#p2 .ref').click()");
    assertThat(
        browser.evaluate("document.querySelector('mark:target').textContent").asText(), is("13B"));
  }

  @Test
  void is_readable_without_scripts() throws Exception {
    browser.setScripts(false);
    try {
      browser.setScreen(1280, 900, false);
      open(SampleSnapshot.ordinary());
      assertThat(
          browser.evaluate("document.querySelectorAll('.papers tbody tr').length").asInt(), is(60));
      assertThat(
          browser.evaluate("document.querySelector('.tools') === null").asBoolean(), is(true));
    } finally {
      browser.setScripts(true);
    }
  }

  @Test
  void all_text_has_contrast_enough_in_light_and_dark() throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      browser.setScreen(1280, 900, dark);
      open(SampleSnapshot.ordinary());
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
        open(SampleSnapshot.ordinary());
        String name = String.format(Locale.ROOT, "%d-%s.png", width, dark ? "dark" : "light");
        Files.write(pictures.resolve(name), browser.screenshot(width, width == 390 ? 4200 : 2600));
      }
    }
    Files.write(pictures.resolve("print.pdf"), browser.pdf());
  }
}
