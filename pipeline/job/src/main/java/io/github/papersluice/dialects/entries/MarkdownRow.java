package io.github.papersluice.dialects.entries;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of a Markdown table within JSON, as programs that keep lists of arXiv's papers store it:
 * {@code |**2026-01-05**|**Sorting**|Ada Person et.al.|[2601.00001](URL)|**[link](CODE)**|}.
 */
final class MarkdownRow {
  private static final Pattern CELL = Pattern.compile("\\s*\\|\\s*");
  private static final Pattern BOLD = Pattern.compile("\\*\\*(.*?)\\*\\*");
  private static final Pattern LINK =
      Pattern.compile("\\[(?<text>[^\\]]*)\\]\\((?<url>[^()\\s]+)\\)");
  private static final Pattern DATE = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}");

  private final FieldMap map;
  private final JsonParser parser = new JsonParser();
  private final PathNode whole = new PathNode("");
  private EntryFields fields;

  MarkdownRow(FieldMap map) {
    this.map = map;
    whole.add("row", 0);
  }

  /** Keeps the cells of a row that is a JSON string; false if it is none. */
  boolean read(byte[] bytes, int from, int to, EntryFields target) {
    fields = target;
    PathNode row = whole.children()[0];
    if (parser.parse(bytes, from, to, row, fields) != to || fields.count() == 0) {
      return false;
    }
    String[] cells = CELL.split(fields.text(0), 0);
    fields.reset();
    int links = 0;
    boolean titled = false;
    for (String cell : cells) {
      String text = BOLD.matcher(cell).replaceAll("$1").strip();
      Matcher link = LINK.matcher(text);
      if (DATE.matcher(text).matches()) {
        add("date", text);
      } else if (link.find()) {
        add(links++ == 0 ? "paper" : "code", link.group("url"));
      } else if (!text.isEmpty() && !text.equals("null")) {
        add(
            titled ? "authors" : "title",
            titled ? text.replaceFirst(" et\\.? ?al\\.?$", "") : text);
        titled = true;
      }
    }
    return titled && links > 0;
  }

  private void add(String name, String value) {
    byte[] nameBytes = name.getBytes(UTF_8);
    PathNode node = map.entry().child(nameBytes, 0, nameBytes.length);
    byte[] bytes = value.getBytes(UTF_8);
    fields.begin();
    fields.append(bytes, 0, bytes.length);
    fields.end(node);
  }
}
