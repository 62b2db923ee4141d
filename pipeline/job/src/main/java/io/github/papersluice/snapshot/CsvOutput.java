package io.github.papersluice.snapshot;

import io.github.papersluice.bytes.ByteSearch;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.Utf8;

/**
 * RFC 4180 CSV in UTF-8 without a byte order mark. Lines end with a line feed; the header has the
 * columns' names; every string is quoted, a quote in it doubled; numbers and dates are not quoted;
 * null is an empty field without quotes, which tells it from the empty string.
 */
public final class CsvOutput implements RowOutput {
  private static final byte QUOTE = '"';

  private final PartOutput out;
  private final int columns;
  private final boolean guarded;

  CsvOutput(Schema schema, boolean guarded, PartOutput out) throws IOException {
    this.out = out;
    this.guarded = guarded;
    columns = schema.getFields().size();
    for (Schema.Field field : schema.getFields()) {
      separate(field.pos());
      out.writeAscii(field.name());
    }
    out.write('\n');
  }

  private void separate(int column) throws IOException {
    if (column > 0) {
      out.write(',');
    }
  }

  @Override
  public void write(SpecificRecordBase row) throws IOException {
    for (int i = 0; i < columns; i++) {
      separate(i);
      writeCell(row.get(i));
    }
    out.write('\n');
  }

  private void writeCell(Object value) throws IOException {
    if (value instanceof Utf8 text) {
      writeString(text.getBytes(), text.getByteLength());
    } else if (value instanceof Long number) {
      out.writeDecimal(number);
    } else if (value != null) {
      // ISO dates, Double and Boolean, as Java spells them.
      out.writeAscii(value.toString());
    }
  }

  private void writeString(byte[] bytes, int end) throws IOException {
    out.write(QUOTE);
    if (guarded && FormulaGuard.guards(bytes, 0, end)) {
      out.write(FormulaGuard.APOSTROPHE);
    }
    int start = 0;
    int quote = ByteSearch.indexOf(bytes, 0, end, QUOTE);
    while (quote < end) {
      out.write(bytes, start, quote + 1 - start);
      out.write(QUOTE);
      start = quote + 1;
      quote = ByteSearch.indexOf(bytes, start, end, QUOTE);
    }
    out.write(bytes, start, end - start);
    out.write(QUOTE);
  }

  @Override
  public void finish() throws IOException {
    out.close();
  }
}
