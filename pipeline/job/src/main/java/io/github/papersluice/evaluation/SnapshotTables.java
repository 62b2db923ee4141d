package io.github.papersluice.evaluation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.InvalidAvroMagicException;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * The tables in a folder: {@code avro/<table>/*.avro} where there is a folder {@code avro}, else
 * {@code csv/<table>/*.csv}, else {@code <table>.csv}. Parts are read in the order of their names.
 * CSV files are read by their header, UTF-8, an empty cell as null.
 */
final class SnapshotTables {

  /** Takes a table's rows one by one. */
  @FunctionalInterface
  interface RowReader {
    void read(TableRow row) throws EvaluationException;
  }

  private final Path folder;

  SnapshotTables(Path folder) {
    this.folder = folder;
  }

  /** Reads a table from its first row to its last. */
  void read(Table table, RowReader reader) throws IOException, EvaluationException {
    if (Files.isDirectory(folder.resolve(Format.AVRO.extension()))) {
      for (Path part : parts(table, Format.AVRO)) {
        readAvro(part, reader);
      }
    } else if (Files.isDirectory(folder.resolve(Format.CSV.extension()))) {
      for (Path part : parts(table, Format.CSV)) {
        readCsv(part, reader);
      }
    } else {
      readCsv(singleFile(table), reader);
    }
  }

  private List<Path> parts(Table table, Format format) throws IOException, EvaluationException {
    Path parent = folder.resolve(format.extension()).resolve(table.tableName());
    if (!Files.isDirectory(parent)) {
      throw new EvaluationException(parent + ": no such folder; is the snapshot whole?");
    }
    String extension = "." + format.extension();
    try (Stream<Path> files = Files.list(parent)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(extension))
          .sorted()
          .toList();
    }
  }

  private Path singleFile(Table table) throws EvaluationException {
    Path file = folder.resolve(table.tableName() + ".csv");
    if (!Files.isRegularFile(file)) {
      throw new EvaluationException(
          folder + ": no snapshot: neither avro/, csv/ nor " + file.getFileName() + " is there");
    }
    return file;
  }

  private static void readAvro(Path file, RowReader reader)
      throws IOException, EvaluationException {
    try (DataFileReader<GenericRecord> rows =
        new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
      for (long number = 1; rows.hasNext(); number++) {
        GenericRecord row = rows.next();
        String place = file.getFileName() + " row " + number;
        reader.read(new TableRow(place, column -> avroCell(row, column, place)));
      }
      // A block that is cut off looks like the end of the file to Avro's reader.
      if (rows.previousSync() != Files.size(file)) {
        throw new EvaluationException(file + ": no readable Avro file: it is cut off");
      }
    } catch (AvroRuntimeException | InvalidAvroMagicException e) {
      throw new EvaluationException(file + ": no readable Avro file: " + e.getMessage(), e);
    }
  }

  private static Object avroCell(GenericRecord row, String column, String place)
      throws EvaluationException {
    if (!row.hasField(column)) {
      throw noColumn(place, column);
    }
    return row.get(column);
  }

  private static void readCsv(Path file, RowReader reader) throws IOException, EvaluationException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        String place = file.getFileName() + ":" + row.getStartingLineNumber();
        reader.read(new TableRow(place, column -> csvCell(row, column, place)));
      }
    } catch (CsvParseException e) {
      throw new EvaluationException(file + ": no readable CSV file: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String csvCell(NamedCsvRecord row, String column, String place)
      throws EvaluationException {
    String cell = row.findField(column).orElseThrow(() -> noColumn(place, column));
    return cell.isEmpty() ? null : cell;
  }

  private static EvaluationException noColumn(String place, String column) {
    return new EvaluationException(place + ": no column " + column);
  }
}
