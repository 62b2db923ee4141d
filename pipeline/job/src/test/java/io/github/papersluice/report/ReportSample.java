package io.github.papersluice.report;

import io.github.papersluice.snapshot.Table;
import io.github.papersluice.tables.DigestRow;
import io.github.papersluice.tables.LinkRow;
import io.github.papersluice.tables.ModelSizeRow;
import io.github.papersluice.tables.PaperRow;
import io.github.papersluice.tables.RejectionRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.Utf8;

/** A snapshot of made-up papers in memory: its Avro parts, written through the row classes. */
final class ReportSample {
  private final Map<Table, List<SpecificRecord>> rows = new EnumMap<>(Table.class);
  private int partsPerTable;
  private SampleParts parts;
  private DigestRow digest;
  private PaperRow paper;
  private long available;
  private long promised;
  private long none;

  ReportSample(int partsPerTable) {
    this.partsPerTable = partsPerTable;
    for (Table table : Table.values()) {
      rows.put(table, new ArrayList<>());
    }
  }

  /** No rows in any table. */
  static ReportSample empty() {
    return new ReportSample(1);
  }

  /** Sixty papers of two digests, of all kinds that a page shows, and one rejection. */
  static ReportSample ordinary() {
    ReportSample sample = new ReportSample(2);
    sample.digest("2025-03-11.txt", "2025-03-11");
    for (int i = 1; i <= 60; i++) {
      if (i == 41) {
        sample.rejection(
            "TITLE_WITHOUT_ABSTRACT", "No abstract follows the title.", "A Lone Title");
        sample.digest("2025-03-12.txt.gz", "2025-03-12");
      }
      sample.ordinaryPaper(i);
    }
    return sample;
  }

  private static final String[] MODELS = {
    "Heron", "Kestrel", "Llama 2", "Mistral", "Qwen2.5", "Otter-VL", "Finch", "Pelican-MoE"
  };
  private static final long[] SIZES = {7, 8, 13, 70, 1, 3, 32, 540, 7, 7, 8, 2, 14, 72, 405};

  private void ordinaryPaper(int i) {
    String model = MODELS[i % MODELS.length];
    paper(
        model + " Learns to Fold Origami in " + i + " Steps",
        "Folding paper is hard, e.g. for robots. We study it with "
            + model
            + " and report what we found. Our results hold on three benchmarks.",
        i % 3 == 0 ? "AVAILABLE" : i % 7 == 0 ? "PROMISED" : "NONE");
    if (i % 2 == 0) {
      size(model, SIZES[i % SIZES.length] + "B", SIZES[i % SIZES.length] * 1_000_000_000L);
      size(null, "350M", 350_000_000L);
    }
    if (i % 3 == 0) {
      link("https://github.com/lab" + i % 11 + "/origami-" + i, "GITHUB_REPOSITORY", "AVAILABLE");
    } else if (i % 7 == 0) {
      link("https://folds" + i % 4 + ".example.org/paper", "OTHER", "PROMISED");
    }
  }

  /** A digest with texts that a careless page would run, break on or be flooded by. */
  static ReportSample hostile() {
    ReportSample sample = new ReportSample(1);
    sample.digest("<b>bold</b> & \"quoted\".txt", "</style><script>alert(1)</script>");
    sample.paper("<script>document.title = 'run'</script>", "It <b>works</b>. Fully.", "NONE");
    sample.size("<img src=x onerror=alert(1)>", "7B", 7_000_000_000L);
    sample.link("javascript:alert(1)", "OTHER", "UNKNOWN");
    sample.link("https://a.example/\" onclick=\"alert(1)", "OTHER", "UNKNOWN");
    sample.link("https://b.example/?q='<x>&y=\"z\"", "OTHER", "UNKNOWN");
    sample.paper("</title></style></script><svg onload=alert(1)>", "]]> --> <!-- Plain.", "NONE");
    sample.link("https://github.com/<i>/o'hara", "GITHUB_REPOSITORY", "AVAILABLE");
    sample.paper("Emoji 🦙👩‍🔬 and 𝒻ancy letters", "A 🦙 of", "AVAILABLE");
    sample.size("Llama 🦙", "13B", 13_000_000_000L);
    sample.paper("\u202Eدراسة حول النماذج\u202C اللغوية", "نموذج جديد بحجم", "NONE");
    sample.size("نموذج", "3B", 3_000_000_000L);
    sample.paper("模型研究", "我们提出新模型。它的规模是", "NONE");
    sample.size("新模型", "72B", 72_000_000_000L);
    sample.paper("Sixty Digits", "We count to", "NONE");
    sample.size(
        "Googol", "123456789012345678901234567890123456789012345678901234567890B", Long.MAX_VALUE);
    sample.size("Nought", "0B", 0);
    sample.size("Minus", "-1B", -1);
    sample.paper("Long", "word ".repeat(4000) + "x".repeat(2000), "NONE");
    sample.size("Verbose", "2B", 2_000_000_000L);
    sample.paper("Controls \u0000\u0007 and \uFFFE", "Tab\there, \u0085 and", "NONE");
    sample.size("Bell\u0007", "1B", 1_000_000_000L);
    sample.paper("T".repeat(5000) + ". And 9B", "Short abstract of it all.", "NONE");
    sample.misplaced();
    sample.paper("Many facts", "We name", "NONE");
    for (int i = 1; i <= 300; i++) {
      sample.size("M" + i, i + "M", i * 1_000_000L);
    }
    sample.rejection("<u>REASON</u>", "A \"detail\" & more", "<script>alert(2)</script>\u0000");
    return sample;
  }

  /** So many papers, each with a link and a size, in one digest for every 200. */
  static ReportSample large(int papers) {
    ReportSample sample = new ReportSample(4);
    for (int i = 0; i < papers; i++) {
      if (i % 200 == 0) {
        sample.digest("day-%05d.txt".formatted(i / 200), null);
      }
      sample.paper(
          "A Study of Origami, Part " + i,
          "This abstract is as long as most are. ".repeat(36) + "We fold with",
          i % 3 == 0 ? "AVAILABLE" : "NONE");
      sample.size("Heron" + i % 977, i % 97 + 1 + "B", (i % 97 + 1) * 1_000_000_000L);
      sample.link("https://github.com/lab" + i % 7919 + "/r" + i, "GITHUB_REPOSITORY", "UNKNOWN");
    }
    return sample;
  }

  void digest(String name, String date) {
    digest = new DigestRow();
    String number = "%016x".formatted(rows.get(Table.DIGESTS).size() + 1);
    digest.setDigestId(new Utf8(number));
    digest.setName(new Utf8(name));
    digest.setSha256(new Utf8(number.repeat(4)));
    digest.setByteLength(153_000);
    digest.setFormat(new Utf8("utf-8"));
    boolean day = date != null && date.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    digest.setDigestDate(day ? LocalDate.parse(date) : null);
    digest.setHeading(day || date == null ? null : new Utf8(date));
    rows.get(Table.DIGESTS).add(digest);
  }

  void paper(String title, String text, String codeStatus) {
    paper = new PaperRow();
    digest.setPaperCount(digest.getPaperCount() + 1);
    paper.setDigestId(digest.getDigestId());
    paper.setRecordNumber(digest.getPaperCount());
    paper.setPaperId(new Utf8("%016x".formatted(rows.get(Table.PAPERS).size() + 1)));
    paper.setDigestDate(digest.getDigestDate());
    paper.setTitle(new Utf8(title));
    paper.setAbstract$(new Utf8(text));
    paper.setCodeStatus(new Utf8(codeStatus));
    rows.get(Table.PAPERS).add(paper);
    available += codeStatus.equals("AVAILABLE") ? 1 : 0;
    promised += codeStatus.equals("PROMISED") ? 1 : 0;
    none += codeStatus.equals("NONE") ? 1 : 0;
  }

  /** Gives the last paper the id of another, as if it came again. */
  ReportSample again(long paper) {
    this.paper.setPaperId(new Utf8("%016x".formatted(paper)));
    return this;
  }

  /** Gives the last paper what a digest says beside title and abstract. */
  void details(String arxivId, String authors, String comment) {
    paper.setArxivId(new Utf8(arxivId));
    paper.setUrl(new Utf8("https://arxiv.org/abs/" + arxivId));
    paper.setAuthors(new Utf8(authors));
    paper.setComment(new Utf8(comment));
  }

  /** Adds a sentence to the paper's abstract that names a size. */
  void size(String model, String surface, long parameters) {
    paper.setModelSizeCount(paper.getModelSizeCount() + 1);
    ModelSizeRow row = new ModelSizeRow();
    row.setDigestId(paper.getDigestId());
    row.setRecordNumber(paper.getRecordNumber());
    row.setOrdinal(paper.getModelSizeCount());
    row.setPaperId(paper.getPaperId());
    row.setField(new Utf8("abstract"));
    row.setStartOffset(append(" Our " + (model == null ? "" : model + "-"), surface, " is small."));
    row.setEndOffset(row.getStartOffset() + surface.codePointCount(0, surface.length()));
    row.setSurface(new Utf8(surface));
    row.setParameters(parameters);
    row.setRole(new Utf8(surface.startsWith("3") ? "TRAINABLE" : "TOTAL"));
    row.setModel(model == null ? null : new Utf8(model));
    row.setModelKey(
        model == null ? null : new Utf8(model.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "")));
    row.setExactness(new Utf8("EXACT"));
    Long largest = paper.getLargestParameters();
    paper.setLargestParameters(largest == null ? parameters : Math.max(largest, parameters));
    rows.get(Table.MODEL_SIZES).add(row);
  }

  /** The same rows in another number of parts. */
  ReportSample inParts(int number) {
    partsPerTable = number;
    parts = null;
    return this;
  }

  /** Lets the last paper claim a link that it does not have. */
  void claimLink() {
    paper.setLinkCount(paper.getLinkCount() + 1);
  }

  /** Adds a size whose place is not in the text. */
  private void misplaced() {
    size("Nowhere", "4B", 4_000_000_000L);
    List<SpecificRecord> sizes = rows.get(Table.MODEL_SIZES);
    ModelSizeRow row = (ModelSizeRow) sizes.get(sizes.size() - 1);
    row.setStartOffset(1_000_000);
    row.setEndOffset(1_000_002);
  }

  /** Adds a sentence to the paper's abstract that holds a link. */
  void link(String url, String kind, String availability) {
    paper.setLinkCount(paper.getLinkCount() + 1);
    LinkRow row = new LinkRow();
    row.setDigestId(paper.getDigestId());
    row.setRecordNumber(paper.getRecordNumber());
    row.setOrdinal(paper.getLinkCount());
    row.setPaperId(paper.getPaperId());
    row.setField(new Utf8("abstract"));
    row.setStartOffset(append(" See ", url, " for more."));
    row.setEndOffset(row.getStartOffset() + url.codePointCount(0, url.length()));
    row.setSurface(new Utf8(url));
    row.setUrl(new Utf8(url));
    String[] steps = url.split("/", -1);
    row.setHost(new Utf8(steps.length > 2 ? steps[2] : url));
    row.setKind(new Utf8(kind));
    if (kind.equals("GITHUB_REPOSITORY")) {
      row.setRepositoryOwner(new Utf8(steps[3]));
      row.setRepositoryName(new Utf8(steps[4]));
    }
    row.setAvailability(new Utf8(availability));
    rows.get(Table.LINKS).add(row);
  }

  // Where the surface begins, in code points.
  private long append(String before, String surface, String after) {
    String text = paper.getAbstract$() + before;
    paper.setAbstract$(new Utf8(text + surface + after));
    return text.codePointCount(0, text.length());
  }

  void rejection(String reason, String detail, String excerpt) {
    digest.setRejectionCount(digest.getRejectionCount() + 1);
    RejectionRow row = new RejectionRow();
    row.setDigestId(digest.getDigestId());
    row.setOrdinal(digest.getRejectionCount());
    row.setStage(new Utf8("SPLIT"));
    row.setReason(new Utf8(reason));
    row.setDetail(new Utf8(detail));
    row.setStartByte(10);
    row.setEndByte(2000);
    row.setExcerpt(new Utf8(excerpt));
    rows.get(Table.REJECTIONS).add(row);
  }

  /** The snapshot's report. */
  String report() throws IOException {
    return new String(SnapshotReport.render(input()), StandardCharsets.UTF_8);
  }

  ReportInput input() throws IOException {
    if (parts == null) {
      parts = new SampleParts(rows, partsPerTable);
    }
    return new ReportInput(
        "sample", "1.2.3", parts.files(), parts, new CodeCounts(available, promised, none));
  }

  /** The paths opened so far, each with how often. */
  Map<String, Integer> opened() {
    return parts.opened();
  }
}
