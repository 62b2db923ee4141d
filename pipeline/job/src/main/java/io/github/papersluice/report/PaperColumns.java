package io.github.papersluice.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The listed papers as the page's script reads them: a text for each column, a line for each paper.
 * Columns compress better than rows. Texts hold no tabs, line feeds or U+0001 ({@link PlainText}).
 *
 * <ul>
 *   <li>{@code days}: a line for each run of papers of the same day: days since 1970-01-01 (empty
 *       for undated), tab, how many papers.
 *   <li>{@code origins}: a line for each run of records of a digest: number of the digest, first
 *       record, how many.
 *   <li>{@code digests}, {@code models}, {@code kinds}: names by number, from 0.
 *   <li>{@code status}: the first letters of {@code code_status}, without separators.
 *   <li>{@code titles}.
 *   <li>{@code links}: between tabs, each: number of the kind, first letter of the availability,
 *       URL without {@code https://}; with a repository, U+0001 and {@code owner/name}, empty if
 *       the URL's path begins with it.
 *   <li>{@code sizes}: between tabs, each: the number, letters of role and exactness, number of the
 *       model if there is one.
 *   <li>{@code details}: arXiv id, tab, address; {@code words}: names in the abstract, then
 *       authors.
 *   <li>{@code repeats}: a line for each paper listed more than once: its places, from 0.
 * </ul>
 */
final class PaperColumns {
  private static final String HTTPS = "https://";

  private final List<ListedPaper> papers;
  private final Map<String, Integer> digests = new LinkedHashMap<>();
  private final Map<String, Integer> kinds = new LinkedHashMap<>();
  private final Map<String, Integer> models = new LinkedHashMap<>();

  private PaperColumns(List<ListedPaper> papers) {
    this.papers = papers;
  }

  /**
   * The columns by their names.
   *
   * @param modelNames how models are written, by their keys
   * @param words whether {@code words} is among them
   */
  static Map<String, byte[]> of(
      List<ListedPaper> papers, Map<String, String> modelNames, boolean words) {
    PaperColumns columns = new PaperColumns(papers);
    Map<String, byte[]> texts = new LinkedHashMap<>();
    texts.put("titles", columns.lines(ListedPaper::title));
    texts.put("days", columns.days());
    texts.put("origins", columns.origins());
    texts.put("status", columns.status());
    texts.put("links", columns.lines(columns::links));
    texts.put("sizes", columns.lines(columns::sizes));
    texts.put("details", columns.lines(PaperColumns::details));
    texts.put("repeats", lines(Repeats.of(papers).places(), Repeats::line));
    texts.put("digests", lines(columns.digests.keySet(), name -> name));
    texts.put("kinds", lines(columns.kinds.keySet(), name -> name));
    texts.put("models", lines(columns.models.keySet(), key -> modelNames.getOrDefault(key, key)));
    if (words) {
      texts.put("words", columns.lines(PaperColumns::words));
    }
    return texts;
  }

  private byte[] lines(Function<ListedPaper, String> line) {
    return lines(papers, line);
  }

  private static <T> byte[] lines(Collection<T> items, Function<T, String> line) {
    Lines lines = new Lines();
    items.forEach(item -> lines.add(line.apply(item)));
    return lines.toBytes();
  }

  private byte[] days() {
    Lines runs = new Lines();
    for (int at = 0; at < papers.size(); ) {
      long day = papers.get(at).day();
      int end = at;
      while (end < papers.size() && papers.get(end).day() == day) {
        end++;
      }
      runs.add((day == ListedPaper.UNDATED ? "" : day) + "\t" + (end - at));
      at = end;
    }
    return runs.toBytes();
  }

  private byte[] origins() {
    Lines runs = new Lines();
    for (int at = 0; at < papers.size(); ) {
      ListedPaper first = papers.get(at);
      int end = at + 1;
      while (end < papers.size() && follows(first, end - at, papers.get(end))) {
        end++;
      }
      runs.add(number(first.digest(), digests) + "\t" + first.record() + "\t" + (end - at));
      at = end;
    }
    return runs.toBytes();
  }

  private static boolean follows(ListedPaper first, int steps, ListedPaper paper) {
    return paper.digest().equals(first.digest()) && paper.record() == first.record() + steps;
  }

  private static int number(String name, Map<String, Integer> numbers) {
    return numbers.computeIfAbsent(name, any -> numbers.size());
  }

  private byte[] status() {
    StringBuilder status = new StringBuilder(papers.size());
    papers.forEach(paper -> status.append(paper.status()));
    return new Lines().add(status.toString()).toBytes();
  }

  private String links(ListedPaper paper) {
    StringBuilder line = new StringBuilder();
    for (Fact fact : paper.facts()) {
      if (fact instanceof Fact.Link link) {
        String url = link.url();
        String shown = url.startsWith(HTTPS) ? url.substring(HTTPS.length()) : url;
        line.append(line.isEmpty() ? "" : "\t").append(number(link.kind(), kinds));
        line.append(link.availability().charAt(0)).append(shown);
        line.append(repository(link, shown));
      }
    }
    return line.toString();
  }

  private static String repository(Fact.Link link, String shown) {
    if (link.repository() == null) {
      return "";
    }
    String path = shown.substring(shown.indexOf('/') + 1);
    boolean isPath = path.equals(link.repository()) || path.startsWith(link.repository() + "/");
    return PassageText.MARK + (isPath ? "" : link.repository());
  }

  private String sizes(ListedPaper paper) {
    StringBuilder line = new StringBuilder();
    for (Fact fact : paper.facts()) {
      if (fact instanceof Fact.Size size) {
        line.append(line.isEmpty() ? "" : "\t").append(shortened(size.parameters()));
        line.append(role(size.role())).append(exactness(size.exactness()));
        if (size.model() != null) {
          line.append(number(size.modelKey(), models));
        }
      }
    }
    return line.toString();
  }

  // TOTAL and TRAINABLE begin alike.
  private static char role(String role) {
    return role.equals("TRAINABLE") ? 'R' : role.charAt(0);
  }

  // AT_LEAST and AT_MOST begin alike, and APPROXIMATE too.
  private static char exactness(String exactness) {
    return switch (exactness) {
      case "AT_LEAST" -> 'L';
      case "AT_MOST" -> 'M';
      case "APPROXIMATE" -> 'A';
      default -> 'E';
    };
  }

  /** {@code 7e9} for 7,000,000,000. */
  private static String shortened(long number) {
    int zeros = 0;
    long rest = number;
    while (rest != 0 && rest % 10 == 0) {
      rest /= 10;
      zeros++;
    }
    return zeros < 3 ? Long.toString(number) : rest + "e" + zeros;
  }

  private static String details(ListedPaper paper) {
    PaperDetails details = paper.details();
    return details.address().isEmpty()
        ? details.arxivId()
        : details.arxivId() + "\t" + details.address();
  }

  private static String words(ListedPaper paper) {
    String authors = paper.details().authors();
    return authors.isEmpty() ? paper.names() : paper.names() + " " + authors;
  }

  /** The places of the papers that are listed more than once. */
  record Repeats(List<List<Integer>> places) {
    static Repeats of(List<ListedPaper> papers) {
      Map<Long, Integer> first = new HashMap<>(2 * papers.size());
      Map<Long, List<Integer>> groups = new LinkedHashMap<>();
      for (int i = 0; i < papers.size(); i++) {
        long id = papers.get(i).paperId();
        Integer before = first.putIfAbsent(id, i);
        if (before != null) {
          groups.computeIfAbsent(id, any -> new ArrayList<>(List.of(before))).add(i);
        }
      }
      return new Repeats(List.copyOf(groups.values()));
    }

    private static String line(List<Integer> places) {
      return places.stream().map(String::valueOf).collect(Collectors.joining("\t"));
    }
  }
}
