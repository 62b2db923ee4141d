package io.github.papersluice.dialects.entries;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.dialects.Head;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a table in text is written: what stands between its fields, and the names in its first row.
 *
 * @param delimiter between fields: comma, tab, semicolon or bar
 * @param names of the columns, in order
 * @param headerEnd index after the header's line break in the head
 */
record RowLayout(byte delimiter, List<String> names, int headerEnd) {
  private static final byte[] DELIMITERS = {',', '\t', ';', '|'};
  private static final int LONGEST_NAME = 60;
  private static final int MOST_COLUMNS = 500;

  /**
   * The layout of a digest whose first row names a title and another known column.
   *
   * @return empty if it is no table of papers
   */
  static Optional<RowLayout> of(Head head, FieldMap map) {
    int start = head.start();
    if (head.holds(start, "|")) {
      // A table of Markdown.
      return Optional.empty();
    }
    for (byte delimiter : DELIMITERS) {
      Optional<RowLayout> layout = header(head, start, delimiter);
      if (layout.isPresent() && isOfPapers(layout.get().names(), map)) {
        return layout;
      }
    }
    return Optional.empty();
  }

  /** Whether the first line can be a row of names: costs next to nothing, as most are titles. */
  static boolean mayBe(Head head, boolean titleIsNamed) {
    int start = head.start();
    int end = head.lineEnd(start);
    boolean titled = titleIsNamed;
    boolean delimited = false;
    for (int i = start; i < end; i++) {
      byte b = head.bytes()[i];
      delimited |= b == ',' || b == '\t' || b == ';' || b == '|';
      titled |= (b | 0x20) == 't' && head.holdsIgnoringCase(i, "title");
    }
    return delimited && titled;
  }

  private static Optional<RowLayout> header(Head head, int start, byte delimiter) {
    RowScanner scanner = new RowScanner(delimiter);
    int end = scanner.scan(head.bytes(), start, head.length(), true);
    if (end < 0 || scanner.count() < 2 || scanner.count() > MOST_COLUMNS) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < scanner.count(); i++) {
      String name = scanner.text(head.bytes(), i);
      if (name.length() > LONGEST_NAME) {
        return Optional.empty();
      }
      names.add(name);
    }
    return Optional.of(new RowLayout(delimiter, List.copyOf(names), end));
  }

  /** A title, and one more column that papers have, each name once. */
  private static boolean isOfPapers(List<String> names, FieldMap map) {
    Set<String> distinct = new HashSet<>(names);
    if (distinct.size() < names.size() - names.size() / 2) {
      return false;
    }
    boolean title = false;
    int known = 0;
    for (String name : names) {
      PathNode node = node(map, name);
      if (node != null && node.slot() != PathNode.NONE) {
        known++;
        title |= isTitle(map, node.slot());
      }
    }
    return title && known >= 2;
  }

  private static boolean isTitle(FieldMap map, int slot) {
    for (int wanted : map.slots(Column.TITLE)) {
      if (wanted == slot) {
        return true;
      }
    }
    return false;
  }

  static PathNode node(FieldMap map, String name) {
    byte[] bytes = name.getBytes(UTF_8);
    return map.entry().child(bytes, 0, bytes.length);
  }

  /** The columns' nodes, null for those that are not wanted. */
  PathNode[] nodes(FieldMap map) {
    return names.stream().map(name -> node(map, name)).toArray(PathNode[]::new);
  }

  /** All that a reader of a piece must know. */
  String preamble() {
    return (char) delimiter + String.join("\n", names);
  }

  /** The layout that a preamble tells. */
  static RowLayout ofPreamble(String preamble) {
    return new RowLayout(
        (byte) preamble.charAt(0), List.of(preamble.substring(1).split("\n", -1)), 0);
  }

  /** The delimiter's name. */
  String delimiterName() {
    return switch (delimiter) {
      case ',' -> "commas";
      case '\t' -> "tabs";
      case ';' -> "semicolons";
      default -> "bars";
    };
  }
}
