package io.github.papersluice.snapshot.check;

import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.Table;
import io.github.papersluice.snapshot.check.Change.Kind;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * What two snapshots differ in: after an upgrade, the rows that the new rules find or lose; on a
 * new day, the digests that came and went.
 *
 * <p>Digests are the same if they have the same bytes, else if they have the same name. In a
 * digest, papers are the same by {@code paper_id} (a title that stands twice, by which one it is),
 * links by URL, sizes by field, place and surface. Places of rows, byte ranges and counts that
 * follow from other rows are no changes of their own. Holds one digest's rows at a time.
 */
public final class SnapshotDiff {
  /** Columns that say where a row stands or that follow from other rows. */
  private static final Set<String> FOLLOWING =
      Set.of(
          "digest_id",
          "record_number",
          "ordinal",
          "paper_id",
          "start_byte",
          "end_byte",
          "link_count",
          "model_size_count",
          "paper_count",
          "rejection_count",
          "repository_id",
          "model_key");

  private final CarryOver older;
  private final CarryOver newer;
  private final Consumer<Change> changes;

  private SnapshotDiff(CarryOver older, CarryOver newer, Consumer<Change> changes) {
    this.older = older;
    this.newer = newer;
    this.changes = changes;
  }

  /**
   * Compares two snapshots.
   *
   * @param changes takes the differences in a fixed order: the newer snapshot's digests with what
   *     is new or changed in them, then the digests that are gone
   * @throws IOException if one of them cannot be read
   */
  public static void compare(SnapshotFolder older, SnapshotFolder newer, Consumer<Change> changes)
      throws IOException {
    try (CarryOver before = CarryOver.open(older);
        CarryOver after = CarryOver.open(newer)) {
      new SnapshotDiff(before, after, changes)
          .compare(older.manifest().inputs(), newer.manifest().inputs());
    }
  }

  private void compare(List<DigestSummary> before, List<DigestSummary> after) throws IOException {
    Map<String, DigestSummary> byId = new HashMap<>();
    Map<String, DigestSummary> byName = new HashMap<>();
    before.forEach(digest -> byId.put(digest.digestId(), digest));
    after.forEach(digest -> byId.remove(digest.digestId()));
    byId.values().forEach(digest -> byName.put(digest.name(), digest));
    Set<String> matched = new LinkedHashSet<>();
    for (DigestSummary digest : after) {
      DigestSummary same = older.digest(digest.digestId());
      DigestSummary old = same != null ? same : byName.get(digest.name());
      if (old != null) {
        matched.add(old.digestId());
      }
      compareDigest(old, digest);
    }
    for (DigestSummary digest : before) {
      if (!matched.contains(digest.digestId())) {
        compareDigest(digest, null);
      }
    }
  }

  private void compareDigest(DigestSummary old, DigestSummary current) throws IOException {
    String name = (current == null ? old : current).name();
    report(Table.DIGESTS, name, null, name, columns(old), columns(current));
    Map<String, Paper> before = read(older, old);
    Map<String, Paper> after = read(newer, current);
    for (Map.Entry<String, Paper> entry : after.entrySet()) {
      comparePaper(name, before.remove(entry.getKey()), entry.getValue());
    }
    for (Paper gone : before.values()) {
      comparePaper(name, gone, null);
    }
  }

  private static Map<String, Object> columns(DigestSummary digest) {
    if (digest == null) {
      return null;
    }
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("name", digest.name());
    columns.put("sha256", digest.sha256());
    columns.put("byte_length", digest.byteLength());
    columns.put("format", digest.format());
    columns.put("heading", digest.heading());
    columns.put("digest_date", digest.digestDate());
    return columns;
  }

  /** A paper's row and those of its links and sizes, by what tells them apart. */
  private record Paper(
      String id,
      Map<String, Object> columns,
      Map<String, Map<String, Object>> links,
      Map<String, Map<String, Object>> sizes) {}

  private static Map<String, Paper> read(CarryOver snapshot, DigestSummary digest)
      throws IOException {
    Papers papers = new Papers();
    if (digest != null) {
      snapshot.read(digest.digestId(), 0, Long.MAX_VALUE, papers);
    }
    return papers.byKey;
  }

  /** Gathers the papers of a digest. */
  private static final class Papers implements RowSink {
    private final Map<String, Paper> byKey = new LinkedHashMap<>();
    private Map<String, Integer> taken = new HashMap<>();
    private Paper current;

    @Override
    public void row(Table table, String digestId, SpecificRecordBase row) {
      Map<String, Object> columns = columns(row);
      if (table != Table.PAPERS) {
        // The paper's, which tells of the change.
        columns.remove("digest_date");
      }
      switch (table) {
        case PAPERS -> {
          String id = row.get(row.getSchema().getField("paper_id").pos()).toString();
          current = new Paper(id, columns, new LinkedHashMap<>(), new LinkedHashMap<>());
          putUnlessThere(byKey, id, current);
        }
        case LINKS -> putUnlessThere(current.links(), columns.get("url").toString(), columns);
        case MODEL_SIZES ->
            putUnlessThere(
                current.sizes(),
                columns.get("field")
                    + ":"
                    + columns.get("start_offset")
                    + " "
                    + columns.get("surface"),
                columns);
        default -> {}
      }
    }

    /**
     * The second of the same key is another row. Thousands may have the same key: where to look for
     * the next free one is kept.
     */
    private <V> void putUnlessThere(Map<String, V> rows, String key, V row) {
      String free = key;
      while (rows.putIfAbsent(free, row) != null) {
        free = key + " #" + taken.merge(key, 2, (count, two) -> count + 1);
      }
    }

    private static Map<String, Object> columns(SpecificRecordBase row) {
      Map<String, Object> columns = new LinkedHashMap<>();
      for (Schema.Field field : row.getSchema().getFields()) {
        Object value = row.get(field.pos());
        if (!FOLLOWING.contains(field.name())) {
          columns.put(field.name(), value instanceof Long ? value : Objects.toString(value, null));
        }
      }
      return columns;
    }
  }

  private void comparePaper(String digest, Paper before, Paper after) {
    Paper either = after == null ? before : after;
    report(
        Table.PAPERS,
        digest,
        either.id(),
        either.columns().get("title").toString(),
        before == null ? null : before.columns(),
        after == null ? null : after.columns());
    compareRows(
        Table.LINKS,
        digest,
        either.id(),
        before == null ? Map.of() : before.links(),
        after == null ? Map.of() : after.links());
    compareRows(
        Table.MODEL_SIZES,
        digest,
        either.id(),
        before == null ? Map.of() : before.sizes(),
        after == null ? Map.of() : after.sizes());
  }

  private void compareRows(
      Table table,
      String digest,
      String paperId,
      Map<String, Map<String, Object>> before,
      Map<String, Map<String, Object>> after) {
    Set<String> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      report(table, digest, paperId, key, before.get(key), after.get(key));
    }
  }

  private void report(
      Table table,
      String digest,
      String paperId,
      String key,
      Map<String, Object> before,
      Map<String, Object> after) {
    if (before == null) {
      changes.accept(new Change(Kind.ADDED, table, digest, paperId, key, Map.of(), after));
    } else if (after == null) {
      changes.accept(new Change(Kind.GONE, table, digest, paperId, key, before, Map.of()));
    } else if (!before.equals(after)) {
      changes.accept(
          new Change(
              Kind.CHANGED,
              table,
              digest,
              paperId,
              key,
              differing(before, after),
              differing(after, before)));
    }
  }

  private static Map<String, Object> differing(
      Map<String, Object> columns, Map<String, Object> others) {
    Map<String, Object> differing = new LinkedHashMap<>();
    columns.forEach(
        (name, value) -> {
          if (!Objects.equals(value, others.get(name))) {
            differing.put(name, value);
          }
        });
    return differing;
  }
}
