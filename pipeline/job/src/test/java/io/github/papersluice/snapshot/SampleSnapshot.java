package io.github.papersluice.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small snapshot made by hand for tests: rows as lists of {@code String}, {@code Long} and null,
 * written as CSV parts in the project's dialect. Its Avro parts are named but not written.
 */
public final class SampleSnapshot {

  /** Text that loaders like to change: separators, quotes, escapes, null markers, blanks. */
  public static final List<String> NASTY =
      List.of(
          "",
          "say \"hi\"",
          "\"",
          "ends in a quote\"",
          "a, b,,c",
          "=1+1",
          "-2+3",
          "@cmd",
          "back\\slash \\n \\\" \\",
          "\\N",
          "\\.",
          "NULL",
          "null",
          "  padded  ",
          "tab\there",
          "it's; -- not a comment /* nor this */",
          "$check$ $$ ${x} %s :x ?",
          "emoji 🧪 and é and e\u0301",
          "mark \u200f and line\u2028separator",
          "<script>alert(1)</script>");

  private final String name;
  private final Map<Table, List<List<Object>>> rows = new EnumMap<>(Table.class);
  private final Map<String, LocalDate> days = new HashMap<>();
  private final Map<String, String> paperIds = new HashMap<>();
  private final Map<String, String> arxivIds = new HashMap<>();

  /** A snapshot without rows. */
  public SampleSnapshot(String name) {
    this.name = name;
    List.of(Table.values()).forEach(table -> rows.put(table, new ArrayList<>()));
  }

  /** Two digests of which the second is empty; every nasty text stands in every text column. */
  public static SampleSnapshot nasty(String name) {
    SampleSnapshot sample = new SampleSnapshot(name).digest("d1", "2025-03-11").digest("d2", null);
    for (int i = 0; i < NASTY.size(); i++) {
      String text = NASTY.get(i);
      sample.paper("d1", i + 1, "id" + i, text, text, i % 2 == 0 ? null : text, null);
      sample.link("d1", i + 1, 1, text, i % 2 == 0 ? text : null);
      sample.size("d1", i + 1, 1, 7_000_000_000L + i, i % 2 == 0 ? null : text);
      sample.row(
          Table.REJECTIONS, "d1", i + 1L, "SPLIT", text, text, Long.MAX_VALUE, (long) -i, text);
    }
    return sample;
  }

  /** Adds a digest. */
  public SampleSnapshot digest(String id, String date) {
    return digest(id, id + ".txt", date);
  }

  /** Adds a digest with a name of its own. */
  public SampleSnapshot digest(String id, String fileName, String date) {
    LocalDate day = date == null ? null : LocalDate.parse(date);
    days.put(id, day);
    return row(Table.DIGESTS, id, fileName, "0".repeat(64), 1L, "none", null, day, 1L, 0L);
  }

  /** Gives a paper to come an arXiv id instead of an address. */
  public SampleSnapshot arxiv(String paperId, String arxivId) {
    arxivIds.put(paperId, arxivId);
    return this;
  }

  /** Adds a paper of which only what queries look at is given. */
  public SampleSnapshot paper(
      String digest,
      long number,
      String id,
      String title,
      String text,
      String repository,
      Long largest) {
    String status = repository == null ? "NONE" : "AVAILABLE";
    return paper(digest, number, id, title, text, repository, largest, status);
  }

  /** Adds a paper with a code status. */
  public SampleSnapshot paper(
      String digest,
      long number,
      String id,
      String title,
      String text,
      String repository,
      Long largest,
      String status) {
    paperIds.put(digest + "/" + number, id);
    return row(
        Table.PAPERS,
        digest,
        number,
        id,
        title,
        text,
        arxivIds.get(id),
        null,
        arxivIds.containsKey(id) ? null : "https://example.org/" + id,
        text,
        days.get(digest),
        null,
        null,
        null,
        null,
        number,
        null,
        days.get(digest),
        0L,
        9L,
        1L,
        1L,
        repository,
        status,
        largest);
  }

  /** Adds a link; with an owner it is a repository of that owner, named as its URL. */
  public SampleSnapshot link(String digest, long number, long ordinal, String url, String owner) {
    String kind = owner == null ? "OTHER" : "GITHUB_REPOSITORY";
    String repository = owner == null ? null : url;
    return row(
        Table.LINKS,
        digest,
        number,
        ordinal,
        paperIds.get(digest + "/" + number),
        days.get(digest),
        "title",
        0L,
        4L,
        url,
        url,
        "host",
        kind,
        owner == null ? null : ("github.com/" + owner + "/" + url).toLowerCase(Locale.ROOT),
        owner,
        repository,
        "AVAILABLE");
  }

  /** Adds a model's total size. */
  public SampleSnapshot size(
      String digest, long number, long ordinal, long parameters, String model) {
    return size(digest, number, ordinal, parameters, model, "TOTAL");
  }

  /** Adds a model size. */
  public SampleSnapshot size(
      String digest, long number, long ordinal, long parameters, String model, String role) {
    return row(
        Table.MODEL_SIZES,
        digest,
        number,
        ordinal,
        paperIds.get(digest + "/" + number),
        days.get(digest),
        "abstract",
        3L,
        5L,
        "7B",
        parameters,
        null,
        role,
        model,
        model == null ? null : model.toLowerCase(Locale.ROOT).replaceAll("[ _-]", ""),
        "EXACT");
  }

  /** Adds a row, its values in the order of the schema. */
  public SampleSnapshot row(Table table, Object... values) {
    if (values.length != Column.of(table).size()) {
      throw new IllegalArgumentException(table + " has another number of columns");
    }
    rows.get(table).add(Collections.unmodifiableList(Arrays.asList(values.clone())));
    return this;
  }

  /** The rows of a table in the order in which they were added. */
  public List<List<Object>> rows(Table table) {
    return rows.get(table);
  }

  /** Writes two CSV parts a table below a folder, the second of them empty if there is one row. */
  public SnapshotInventory write(Path folder) throws IOException {
    List<PartFile> parts = new ArrayList<>();
    for (Table table : Table.values()) {
      List<List<Object>> all = rows.get(table);
      int half = (all.size() + 1) / 2;
      parts.add(writePart(folder, table, 0, all.subList(0, half)));
      parts.add(writePart(folder, table, 1, all.subList(half, all.size())));
    }
    return new SnapshotInventory(name, id(), "0.2.0", withAvro(parts), Attribution.unknown());
  }

  public String name() {
    return name;
  }

  /** An id of 16 digits that follows from the name. */
  public String id() {
    return sha256(name.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }

  private static List<PartFile> withAvro(List<PartFile> csv) {
    Stream<PartFile> avro =
        csv.stream()
            .map(
                part ->
                    new PartFile(
                        part.table(),
                        Format.AVRO,
                        part.path().replace("csv", "avro"),
                        part.rows(),
                        part.bytes() + 1,
                        part.sha256()));
    return Stream.concat(csv.stream(), avro).toList();
  }

  private static PartFile writePart(Path folder, Table table, int number, List<List<Object>> rows)
      throws IOException {
    String path = "csv/%s/part-%05d.csv".formatted(table.tableName(), number);
    byte[] bytes = (header(table) + lines(rows)).getBytes(StandardCharsets.UTF_8);
    Files.createDirectories(folder.resolve(path).getParent());
    Files.write(folder.resolve(path), bytes);
    return new PartFile(table, Format.CSV, path, rows.size(), bytes.length, sha256(bytes));
  }

  private static String header(Table table) {
    return line(Column.of(table).stream().map(column -> (Object) column.name()).toList());
  }

  private static String lines(List<List<Object>> rows) {
    return rows.stream().map(SampleSnapshot::line).collect(Collectors.joining());
  }

  private static String line(List<Object> row) {
    return row.stream().map(SampleSnapshot::cell).collect(Collectors.joining(",")) + "\n";
  }

  private static String cell(Object value) {
    if (value instanceof String text) {
      return '"' + text.replace("\"", "\"\"") + '"';
    }
    return value == null ? "" : value.toString();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
