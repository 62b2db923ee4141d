package io.github.papersluice.catalog;

import static java.util.stream.Collectors.joining;

import io.github.papersluice.snapshot.Attribution;
import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.SnapshotInventory;
import io.github.papersluice.snapshot.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * A data set card as Hugging Face shows it (https://huggingface.co/docs/hub/datasets-cards): YAML
 * that names the files of each table as a configuration, then text. With it a snapshot's folder is
 * a data set repository.
 */
final class DatasetCard {
  private final SnapshotInventory contents;

  DatasetCard(SnapshotInventory contents) {
    this.contents = contents;
  }

  String text() {
    return "---\n"
        + metadata()
        + "---\n\n# "
        + oneLine(Description.title(contents))
        + "\n\n"
        + body();
  }

  private String metadata() {
    Attribution attribution = contents.attribution();
    StringBuilder yaml = new StringBuilder();
    yaml.append("pretty_name: ").append(quoted(Description.title(contents))).append('\n');
    if (attribution.licenceName() != null) {
      // Hugging Face takes its own identifiers only; what is not one of them is called other.
      yaml.append("license: other\n");
      yaml.append("license_name: ").append(quoted(attribution.licenceName())).append('\n');
      if (attribution.licenceUrl() != null) {
        yaml.append("license_link: ").append(quoted(attribution.licenceUrl())).append('\n');
      }
    }
    yaml.append("configs:\n");
    for (Table table : Table.values()) {
      yaml.append("- config_name: ").append(table.tableName()).append('\n');
      yaml.append(table == Table.PAPERS ? "  default: true\n" : "");
      yaml.append("  data_files: ").append(quoted(files(table))).append('\n');
    }
    return yaml.toString();
  }

  /** Parquet where there is some, as it has types. */
  private String files(Table table) {
    Format format = contents.has(Format.PARQUET) ? Format.PARQUET : Format.CSV;
    return format.extension() + "/" + table.tableName() + "/*." + format.extension();
  }

  private String body() {
    return oneLine(Description.of(contents))
        + "\n\nVersion `"
        + Description.version(contents)
        + "`. `SHA256SUMS` has the checksum of every file, `load/` scripts for databases.\n"
        + Stream.of(Table.values()).map(this::section).collect(joining());
  }

  private String section(Table table) {
    return "\n## "
        + table.tableName()
        + "\n\n"
        + table.schema().getDoc()
        + " Rows: "
        + contents.rows(table, Format.CSV)
        + ".\n\n| column | type | null | meaning |\n| --- | --- | --- | --- |\n"
        + Column.of(table).stream().map(column -> row(table, column)).collect(joining());
  }

  private static String row(Table table, Column column) {
    List<String> values = KindValues.of(table, column.name());
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            column.name(),
            column.type().name().toLowerCase(java.util.Locale.ROOT),
            column.nullable() ? "yes" : "no",
            column.doc().replace("|", "\\|")
                + (values.isEmpty() ? "" : " One of `" + String.join("`, `", values) + "`."));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** A double-quoted YAML scalar (YAML 1.2, section 7.3.1) of one line. */
  private static String quoted(String text) {
    return '"' + oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
