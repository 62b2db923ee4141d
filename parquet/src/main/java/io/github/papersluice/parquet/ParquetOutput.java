package io.github.papersluice.parquet;

import io.github.papersluice.snapshot.RowOutput;
import io.github.papersluice.snapshot.Table;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * A Parquet file whose bytes depend on its rows and on the library's version, which stands in it.
 * Dictionary-encoded and not compressed, as compressed bytes may differ between machines. The
 * format's first version, which every reader knows.
 */
final class ParquetOutput implements RowOutput {
  /** Bytes of a row group, which is held in memory until it is whole; a part is seldom larger. */
  private static final long ROW_GROUP = 32L << 20;

  private final ParquetWriter<SpecificRecordBase> writer;

  ParquetOutput(Table table, OutputStream out) throws IOException {
    writer =
        new Builder(table, new StreamOutputFile(out))
            .withConf(new PlainParquetConfiguration())
            .withWriterVersion(WriterVersion.PARQUET_1_0)
            .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
            .withRowGroupSize(ROW_GROUP)
            .build();
  }

  @Override
  public void write(SpecificRecordBase row) throws IOException {
    writer.write(row);
  }

  @Override
  public void finish() throws IOException {
    writer.close();
  }

  private static final class Builder extends ParquetWriter.Builder<SpecificRecordBase, Builder> {
    private final Table table;

    Builder(Table table, OutputFile file) {
      super(file);
      this.table = table;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<SpecificRecordBase> getWriteSupport(ParquetConfiguration conf) {
      return new RowWriteSupport(table);
    }

    /** Not called: Hadoop's configuration is for Hadoop's file systems. */
    @Override
    @Deprecated
    protected WriteSupport<SpecificRecordBase> getWriteSupport(Configuration conf) {
      return new RowWriteSupport(table);
    }
  }
}
