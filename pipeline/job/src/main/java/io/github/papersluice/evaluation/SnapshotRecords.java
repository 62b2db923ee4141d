package io.github.papersluice.evaluation;

import io.github.papersluice.model.Availability;
import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.Exactness;
import io.github.papersluice.model.Link;
import io.github.papersluice.model.LinkKind;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.SizeRole;
import io.github.papersluice.model.TextField;
import io.github.papersluice.snapshot.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes the records that gold labels speak of from a snapshot's tables. */
public final class SnapshotRecords {
  private final String digestId;
  private final Map<Long, Paper> papers = new TreeMap<>();

  /** A row of papers and the rows that refer to it. */
  private record Paper(
      String title,
      String abstractText,
      List<Link> links,
      List<ModelSize> sizes,
      CodeStatus codeStatus) {}

  private SnapshotRecords(String digestId) {
    this.digestId = digestId;
  }

  /**
   * Reads the digest that the labels speak of: the one with most titles at their places. Others are
   * passed over and take no memory.
   *
   * @param folder holds {@code avro/<table>/}, {@code csv/<table>/} or {@code <table>.csv}, looked
   *     for in this order
   * @return every record of that digest, in its order
   * @throws EvaluationException if no digest has one of the titles at its place, or a table cannot
   *     be used
   * @throws IOException if a file cannot be read
   */
  public static List<EvaluatedRecord> read(Path folder, GoldLabels gold)
      throws IOException, EvaluationException {
    SnapshotTables tables = new SnapshotTables(folder);
    SnapshotRecords records = new SnapshotRecords(digestOf(gold, tables, folder));
    tables.read(Table.PAPERS, records::addPaper);
    tables.read(Table.LINKS, records::addLink);
    tables.read(Table.MODEL_SIZES, records::addSize);
    return records.inOrder();
  }

  private static String digestOf(GoldLabels gold, SnapshotTables tables, Path folder)
      throws IOException, EvaluationException {
    Map<String, Integer> titles = new TreeMap<>();
    tables.read(
        Table.PAPERS,
        row -> {
          long number = row.number("record_number");
          if (number >= 1
              && number <= gold.size()
              && GoldCheck.sameTitle(gold.title((int) number), row.text("title"))) {
            titles.merge(row.text("digest_id"), 1, Integer::sum);
          }
        });
    // Among equals the first by id, so that the choice is the same on every run.
    return titles.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .orElseThrow(
            () ->
                new EvaluationException(
                    "%s: no digest has a title of %s at its place, such as \"%s\" in record 1"
                        .formatted(folder, gold.name(), gold.title(1))))
        .getKey();
  }

  private void addPaper(TableRow row) throws EvaluationException {
    if (!row.text("digest_id").equals(digestId)) {
      return;
    }
    Paper paper =
        new Paper(
            row.text("title"),
            row.text("abstract"),
            new ArrayList<>(),
            new ArrayList<>(),
            row.value("code_status", CodeStatus.values()));
    long number = row.number("record_number");
    if (papers.put(number, paper) != null) {
      throw row.fault("record_number", "stands twice: " + number);
    }
  }

  private void addLink(TableRow row) throws EvaluationException {
    if (row.text("digest_id").equals(digestId)) {
      paper(row).links().add(link(row));
    }
  }

  private void addSize(TableRow row) throws EvaluationException {
    if (row.text("digest_id").equals(digestId)) {
      paper(row).sizes().add(size(row));
    }
  }

  private Paper paper(TableRow row) throws EvaluationException {
    long number = row.number("record_number");
    Paper paper = papers.get(number);
    if (paper == null) {
      throw row.fault("record_number", "is of no row in papers: " + number);
    }
    return paper;
  }

  private static Link link(TableRow row) throws EvaluationException {
    return new Link(
        field(row),
        row.smallNumber("start_offset"),
        row.smallNumber("end_offset"),
        row.text("surface"),
        row.text("url"),
        row.text("host"),
        row.value("kind", LinkKind.values()),
        row.textOrNull("repository_owner"),
        row.textOrNull("repository_name"),
        row.value("availability", Availability.values()));
  }

  private static ModelSize size(TableRow row) throws EvaluationException {
    return new ModelSize(
        field(row),
        row.smallNumber("start_offset"),
        row.smallNumber("end_offset"),
        row.text("surface"),
        row.number("parameters"),
        row.textOrNull("experts") == null ? null : (Integer) row.smallNumber("experts"),
        row.value("role", SizeRole.values()),
        row.textOrNull("model"),
        row.value("exactness", Exactness.values()));
  }

  private static TextField field(TableRow row) throws EvaluationException {
    String name = row.text("field");
    for (TextField field : TextField.values()) {
      if (field.columnName().equals(name)) {
        return field;
      }
    }
    throw row.fault("field", "is \"" + name + "\", not title or abstract");
  }

  private List<EvaluatedRecord> inOrder() throws EvaluationException {
    List<EvaluatedRecord> records = new ArrayList<>();
    for (Map.Entry<Long, Paper> entry : papers.entrySet()) {
      if (entry.getKey() != records.size() + 1) {
        throw new EvaluationException(
            "papers: digest " + digestId + " has no record " + (records.size() + 1));
      }
      Paper paper = entry.getValue();
      records.add(
          new EvaluatedRecord(
              paper.title(),
              paper.abstractText(),
              paper.links(),
              paper.sizes(),
              paper.codeStatus()));
    }
    return records;
  }
}
