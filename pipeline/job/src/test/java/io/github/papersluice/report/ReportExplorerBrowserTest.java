package io.github.papersluice.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches, filters, opens and downloads the papers of a report in a real browser. */
class ReportExplorerBrowserTest {
  @TempDir private static Path folder;

  private static HeadlessChromium browser;

  @BeforeAll
  static void startBrowser() throws Exception {
    Optional<Path> program = HeadlessChromium.program();
    assumeTrue(program.isPresent(), "no Chromium on the PATH: reports are not tried in a browser");
    browser = HeadlessChromium.start(program.get(), folder.resolve("profile"));
    browser.setScreen(1280, 900, false);
  }

  @AfterAll
  static void stopBrowser() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void openOrdinary() throws Exception {
    open(ReportSample.ordinary());
  }

  private static void open(ReportSample sample) throws Exception {
    browser.open(Files.writeString(folder.resolve("report.html"), sample.report()));
    browser.waitUntil("document.querySelector('.rows')");
  }

  private static List<String> texts(String expression) throws Exception {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : browser.evaluate(expression)) {
      texts.add(text.asText());
    }
    return texts;
  }

  private static String text(String expression) throws Exception {
    return browser.evaluate(expression).asText();
  }

  private static List<String> titles() throws Exception {
    return texts("[...document.querySelectorAll('.row .title')].map((t) => t.textContent)");
  }

  private static String found() throws Exception {
    return text("document.querySelector('.found-count').textContent");
  }

  private static void search(String words) throws Exception {
    browser.evaluate(
        "{const i = document.querySelector('#search'); i.focus(); i.value = `%s`;".formatted(words)
            + " i.dispatchEvent(new Event('input'));}");
  }

  /** Clicks and waits until the address has changed and the page has followed. */
  private static void click(String selector) throws Exception {
    browser.evaluate(
        "new Promise((done) => {addEventListener('hashchange', () => setTimeout(done));"
            + "document.querySelector(`%s`).click();})".formatted(selector));
  }

  private static void back() throws Exception {
    browser.evaluate(
        "new Promise((done) => {addEventListener('hashchange', () => setTimeout(done));"
            + "history.back();})");
  }

  @Test
  void all_papers_are_listed_the_newest_first() throws Exception {
    assertThat(found(), is("60 papers"));
    assertThat(titles().get(0), is("Kestrel Learns to Fold Origami in 41 Steps"));
    assertThat(text("document.querySelector('.row').getAttribute('aria-setsize')"), is("60"));
  }

  @Test
  void a_search_finds_titles_models_repositories_hosts_ids_authors_and_names() throws Exception {
    ReportSample sample = ReportSample.ordinary();
    sample.paper("Café Poincaré", "Built on Zebrafinch. It is not a bird.", "NONE");
    sample.details("2503.01234", "Ada Example; Bob Sample", "12 pages");
    open(sample);
    search("kestrel 33");
    assertThat(titles(), contains("Kestrel Learns to Fold Origami in 33 Steps"));
    search("lab6/origami-6");
    assertThat(titles(), contains("Finch Learns to Fold Origami in 6 Steps"));
    search("folds2.example.org");
    assertThat(found(), is("1 of 61 papers"));
    for (String words :
        List.of("2503.01234", "poincare", "ZEBRAFINCH", "ada example", "\"bob sample\"")) {
      search(words);
      assertThat(words, titles(), contains("Café Poincaré"));
    }
    search("\"example bob\"");
    assertThat(titles(), is(empty()));
    search("qwen 2.5");
    assertThat(found(), is("8 of 61 papers"));
    search("qwen2.5");
    assertThat(found(), is("8 of 61 papers"));
  }

  @Test
  void every_paper_of_thousands_is_found_and_few_rows_are_drawn() throws Exception {
    open(ReportSample.large(5_000));
    assertThat(found(), is("5,000 papers"));
    for (int paper : new int[] {0, 2_501, 4_999}) {
      search("\"Part " + paper + "\"");
      assertThat(titles().get(0), is("A Study of Origami, Part " + paper));
    }
    search("");
    assertThat(titles().size(), is(lessThan(60)));
    browser.evaluate("{const b = document.querySelector('.list'); b.scrollTop = b.scrollHeight;}");
    browser.waitUntil("document.querySelector('.row[aria-posinset=\"5000\"]')");
    assertThat(titles().size(), is(lessThan(60)));
  }

  @Test
  void a_filter_is_in_the_address_and_back_takes_it_back() throws Exception {
    click(".facet [data-name=\"status=promised\"]");
    assertThat(found(), is("6 of 60 papers"));
    assertThat(text("location.hash"), is("#status=promised"));
    click(".facet [data-name=\"host=folds2.example.org\"]");
    assertThat(found(), is("1 of 60 papers"));
    assertThat(text("location.hash"), is("#status=promised&host=folds2.example.org"));
    back();
    assertThat(found(), is("6 of 60 papers"));
    back();
    assertThat(found(), is("60 papers"));
    browser.open(folder.resolve("report.html"));
    browser.waitUntil("document.querySelector('.rows')");
    browser.evaluate("location.hash = '#status=promised&q=kestrel'");
    browser.waitUntil("document.querySelector('#search').value === 'kestrel'");
    assertThat(found(), is("1 of 60 papers"));
  }

  @Test
  void a_count_beside_a_value_is_what_choosing_it_finds() throws Exception {
    List<String> names =
        texts(
            "[...document.querySelectorAll('.facet li:last-child a')].map((a) => a.dataset.name)");
    assertThat(names, hasSize(6));
    for (String name : names) {
      String link = ".facet [data-name=\"" + name + "\"]";
      String count = text("document.querySelector(`" + link + " .number`).textContent");
      click(link);
      assertThat(name, found(), is(count + " of 60 papers"));
      assertThat(
          text("document.querySelector(`" + link + "`).getAttribute('aria-current')"), is("true"));
      click(link);
      assertThat(found(), is("60 papers"));
    }
  }

  @Test
  void the_columns_of_the_charts_filter_by_day_and_by_size() throws Exception {
    List<String> labels =
        texts("[...document.querySelectorAll('.plot')[0].children].map((c) => c.ariaLabel)");
    assertThat(labels, contains("11 March 2025: 40 papers", "12 March 2025: 20 papers"));
    click(".plot a");
    assertThat(found(), is("40 of 60 papers"));
    assertThat(text("location.hash"), is("#from=2025-03-11&to=2025-03-11"));
    back();
    click("figure:last-child .plot a[aria-label^=\"6.3B\"]");
    assertThat(found(), is("10 of 60 papers"));
    assertThat(text("location.hash"), is("#size=6300000000"));
  }

  @Test
  void the_charts_and_the_table_of_trends_agree() throws Exception {
    List<String> cells =
        texts(
            "[...document.querySelectorAll('#trend-table tbody tr')].map((r) =>"
                + " [...r.cells].map((c) => c.textContent).join(' '))");
    assertThat(cells.get(1), is("2025-03-12 20 7 35 % 2 10 7B 8B 72B"));
    String expected = "12 March 2025: median 8B, quartiles 7B and 72B, in 10 papers";
    assertThat(
        texts("[...document.querySelectorAll('.plot')[2].children].map((c) => c.ariaLabel)").get(1),
        is(expected));
  }

  @Test
  void a_paper_opens_with_its_facts_marked_and_has_an_address() throws Exception {
    search("\"in 6 steps\"");
    click(".row .title");
    browser.waitUntil("document.querySelector('dialog[open] h3')");
    assertThat(text("location.hash"), is("#q=%22in%206%20steps%22&paper=2025-03-11.txt%3A6"));
    assertThat(
        texts("[...document.querySelectorAll('dialog .passage mark')].map((m) => m.textContent)"),
        contains("32B", "350M", "https://github.com/lab6/origami-6"));
    assertThat(
        text("document.querySelector('dialog .passage').textContent"),
        startsWith("Folding paper is hard, e.g. for robots."));
    browser.evaluate("document.querySelector('dialog .found button').click()");
    assertThat(
        text("document.querySelector('mark.pointed').textContent"),
        is("https://github.com/lab6/origami-6"));
    browser.press("Escape");
    browser.waitUntil("!document.querySelector('dialog[open]')");
    browser.waitUntil("location.hash === '#q=%22in%206%20steps%22'");
  }

  @Test
  void a_promise_that_was_kept_is_told() throws Exception {
    ReportSample sample = ReportSample.empty();
    sample.digest("2025-03-11.txt", "2025-03-11");
    sample.paper("A Promise", "We will release code.", "PROMISED");
    sample.digest("2025-04-02.txt", "2025-04-02");
    sample.paper("A promise", "Code is here.", "AVAILABLE");
    sample.again(1);
    open(sample);
    click(".row .title");
    browser.waitUntil("document.querySelector('dialog[open] h3')");
    assertThat(
        text("document.querySelector('.kept').textContent"),
        is("Code promised on 11 March 2025, there since 2 April 2025."));
    assertThat(
        text("document.querySelectorAll('.answer')[1].textContent")
            .contains("there since: 1 paper"),
        is(true));
    click("dialog .found li:first-child a");
    browser.waitUntil("document.querySelector('dialog h2').textContent === 'A Promise'");
  }

  @Test
  void what_is_found_can_be_downloaded() throws Exception {
    Path downloads = Files.createDirectories(folder.resolve("downloads"));
    browser.allowDownloads(downloads);
    search("\"in 6 steps\"");
    browser.evaluate("document.querySelectorAll('.downloads button')[0].click()");
    browser.evaluate("document.querySelectorAll('.downloads button')[1].click()");
    assertThat(
        content(downloads.resolve("papers-found.csv")),
        is(
            """
            digest,record_number,digest_date,title,code_status,arxiv_id,url,links,model_sizes
            "2025-03-11.txt",6,"2025-03-11","Finch Learns to Fold Origami in 6 Steps","AVAILABLE",,,\
            "https://github.com/lab6/origami-6","Finch 32000000000; 350000000"
            """));
    JsonNode rows = new ObjectMapper().readTree(content(downloads.resolve("papers-found.json")));
    assertThat(rows.size(), is(1));
    assertThat(rows.get(0).get("record_number").asInt(), is(6));
    assertThat(
        rows.get(0).get("model_sizes").get(0).get("parameters").asLong(), is(32_000_000_000L));
    assertThat(rows.get(0).get("links").get(0).get("repository").asText(), is("lab6/origami-6"));
  }

  private static String content(Path file) throws Exception {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!Files.exists(file) || Files.size(file) == 0) {
      assertThat("nothing was downloaded", System.nanoTime() < end, is(true));
      Thread.sleep(20);
    }
    return Files.readString(file);
  }

  @Test
  void the_keyboard_reaches_search_rows_and_columns() throws Exception {
    browser.press("/");
    assertThat(text("document.activeElement.id"), is("search"));
    browser.press("ArrowDown");
    String row = "document.activeElement.closest('.row').ariaPosInSet";
    assertThat(text(row), is("1"));
    browser.press("ArrowDown");
    assertThat(text(row), is("2"));
    browser.press("End");
    assertThat(text(row), is("60"));
    assertThat(titles().size(), is(lessThan(60)));
    browser.press("Home");
    browser.press("Enter");
    browser.waitUntil("document.querySelector('dialog[open] h3')");
    browser.press("Escape");
    browser.waitUntil("!document.querySelector('dialog[open]')");
    browser.evaluate("document.querySelector('.plot a[tabindex=\"0\"]').focus()");
    browser.press("ArrowLeft");
    assertThat(text("document.activeElement.ariaLabel"), is("11 March 2025: 40 papers"));
    assertThat(text("document.querySelector('.told').textContent"), is("11 March 2025: 40 papers"));
  }

  @Test
  void papers_can_be_ordered() throws Exception {
    browser.evaluate(
        "{const s = document.querySelector('#sort'); s.value = 'largest';"
            + " s.dispatchEvent(new Event('change'));}");
    browser.waitUntil("document.querySelector('.row .facts').textContent.includes('540B')");
    assertThat(text("location.hash"), is("#sort=largest"));
    assertThat(
        texts(
            "[...document.querySelectorAll('.row .facts')].slice(0, 3)"
                + ".map((f) => /[0-9]+B/.exec(f.textContent)[0])"),
        contains("540B", "540B", "405B"));
  }

  @Test
  void nothing_is_asked_for_and_nothing_is_reported_by_all_this() throws Exception {
    search("kestrel");
    click(".row .title");
    browser.waitUntil("document.querySelector('dialog[open] h3')");
    assertThat(browser.events("Network.requestWillBeSent"), hasSize(1));
    assertThat(browser.events("Runtime.consoleAPICalled"), is(empty()));
    assertThat(browser.events("Runtime.exceptionThrown"), is(empty()));
    assertThat(browser.events("Log.entryAdded"), is(empty()));
  }
}
