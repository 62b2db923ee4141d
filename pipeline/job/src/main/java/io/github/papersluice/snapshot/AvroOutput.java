package io.github.papersluice.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.hash.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * An Avro object container file whose bytes depend on its rows alone.
 *
 * <p>Avro draws the sync marker at random unless it is given one: ours are the first 16 bytes of
 * the SHA-256 of the schema's text. The header's metadata is a hash map: without a codec it holds
 * one entry, {@code avro.schema}, so there is no order to depend on.
 */
final class AvroOutput implements RowOutput {
  /** Bytes after which a block ends; fixed, as it shapes the file. */
  private static final int SYNC_INTERVAL = 1 << 16;

  private static final int SYNC_SIZE = 16;

  private final DataFileWriter<SpecificRecordBase> writer;

  AvroOutput(Table table, String codec, OutputStream out) throws IOException {
    Schema schema = table.schema();
    writer = new DataFileWriter<>(RowCodec.writing(table));
    writer.setSyncInterval(SYNC_INTERVAL);
    if (!codec.equals("null")) {
      writer.setCodec(CodecFactory.fromString(codec));
    }
    writer.create(schema, out, syncMarker(schema));
  }

  private static byte[] syncMarker(Schema schema) {
    return Arrays.copyOf(Sha256.start().digest(schema.toString().getBytes(UTF_8)), SYNC_SIZE);
  }

  @Override
  public void write(SpecificRecordBase row) throws IOException {
    writer.append(row);
  }

  @Override
  public void finish() throws IOException {
    writer.close();
  }
}
