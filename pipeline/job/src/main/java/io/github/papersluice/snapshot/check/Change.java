package io.github.papersluice.snapshot.check;

import io.github.papersluice.snapshot.Json;
import io.github.papersluice.snapshot.Table;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A row that one of two snapshots lacks, or that differs.
 *
 * @param kind what became of it
 * @param table its table
 * @param digest its digest's name, in the newer snapshot if it is there
 * @param paperId its paper, or null for a digest
 * @param key what tells it from others of its paper: a URL, or a place and surface; else the title
 * @param before its columns in the older snapshot, of a changed row those that differ; else empty
 * @param after its columns in the newer snapshot, likewise
 */
public record Change(
    Kind kind,
    Table table,
    String digest,
    String paperId,
    String key,
    Map<String, Object> before,
    Map<String, Object> after) {
  private static final int LONGEST = 80;

  /** What became of a row. */
  public enum Kind {
    /** Only the newer snapshot has it. */
    ADDED("+"),

    /** Only the older snapshot has it. */
    GONE("-"),

    /** Both have it, with other values. */
    CHANGED("~");

    private final String sign;

    Kind(String sign) {
      this.sign = sign;
    }
  }

  /** The change in a line for a person, without a line feed. */
  public String toText() {
    StringBuilder text = new StringBuilder(kind.sign + " " + table.tableName() + " " + digest);
    if (paperId != null) {
      text.append(" ").append(paperId);
    }
    if (table != Table.DIGESTS) {
      text.append(" ").append(clipped(key));
    }
    if (kind == Kind.CHANGED) {
      for (Map.Entry<String, Object> column : after.entrySet()) {
        Object old = before.get(column.getKey());
        text.append("  ").append(column.getKey()).append(": ");
        text.append(clipped(old)).append(" -> ").append(clipped(column.getValue()));
      }
    }
    return text.toString();
  }

  private static String clipped(Object value) {
    String text = Objects.toString(value);
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "...";
  }

  /** The change as a JSON object on one line, without a line feed. */
  public byte[] toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("change", kind.name().toLowerCase(Locale.ROOT));
    json.put("table", table);
    json.put("digest", digest);
    json.put("paper_id", paperId);
    json.put("key", key);
    json.put("before", before);
    json.put("after", after);
    return Json.line(json);
  }
}
