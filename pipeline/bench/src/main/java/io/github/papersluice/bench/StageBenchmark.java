package io.github.papersluice.bench;

import io.github.papersluice.model.Facts;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.snapshot.ShardWriter;
import io.github.papersluice.snapshot.WriteOptions;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import io.github.papersluice.text.FactScanner;
import io.github.papersluice.text.links.LinkScanner;
import io.github.papersluice.text.sizes.ModelSizeScanner;
import io.github.papersluice.text.splitting.RecordSink;
import io.github.papersluice.text.splitting.RecordSplitter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What each stage costs a record, and how many bytes of the digest it takes a second. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(SeedRecords.COUNT)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class StageBenchmark {

  /** Bytes of the digest behind the records. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Input {
    public long bytes;
  }

  /** The splitter, told to a black hole. */
  @State(Scope.Thread)
  public static class Splitter {
    private RecordSplitter splitter;

    /** Makes the splitter, which keeps its buffers. */
    @Setup
    public void make(Blackhole blackhole) {
      splitter =
          new RecordSplitter(
              new RecordSink() {
                @Override
                public void record(PaperText paper) {
                  blackhole.consume(paper);
                }

                @Override
                public void rejection(Rejection rejection) {
                  blackhole.consume(rejection);
                }
              });
    }
  }

  /** A writer whose files go nowhere. */
  @State(Scope.Thread)
  public static class Writer {
    private final List<Facts> facts = new ArrayList<>();
    private ShardWriter writer;
    private long records;

    /** Opens a shard's files for an iteration. */
    @Setup(Level.Iteration)
    public void open(SeedRecords seed) throws IOException {
      writer = ShardWriter.open(nowhere(), "staging", 0, 1, "jmh", WriteOptions.DEFAULT);
      facts.clear();
      seed.papers.forEach(paper -> facts.add(FactScanner.scan(paper)));
    }

    /** Ends them. */
    @TearDown(Level.Iteration)
    public void finish(Blackhole blackhole) throws IOException {
      blackhole.consume(writer.finish());
    }

    private static SnapshotStorage nowhere() {
      return (SnapshotStorage)
          Proxy.newProxyInstance(
              SnapshotStorage.class.getClassLoader(),
              new Class<?>[] {SnapshotStorage.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "create" -> OutputStream.nullOutputStream();
                    case "describe" -> "nowhere";
                    default -> throw new UnsupportedOperationException(method.getName());
                  });
    }
  }

  /** Bytes to records. */
  @Benchmark
  public void split(SeedRecords seed, Splitter splitter, Input input) throws IOException {
    splitter.splitter.split(seed.digest, 0, seed.digest.length);
    input.bytes += seed.digest.length;
  }

  /** Records to links. */
  @Benchmark
  public void links(SeedRecords seed, Input input, Blackhole blackhole) {
    for (PaperText paper : seed.papers) {
      blackhole.consume(LinkScanner.links(paper.title(), paper.abstractText()));
    }
    input.bytes += seed.digest.length;
  }

  /** Records to model sizes. */
  @Benchmark
  public void modelSizes(SeedRecords seed, Input input, Blackhole blackhole) {
    int[] none = {};
    for (PaperText paper : seed.papers) {
      blackhole.consume(ModelSizeScanner.scan(paper.title(), none, paper.abstractText(), none));
    }
    input.bytes += seed.digest.length;
  }

  /** Records to all facts. */
  @Benchmark
  public void facts(SeedRecords seed, Input input, Blackhole blackhole) {
    for (PaperText paper : seed.papers) {
      blackhole.consume(FactScanner.scan(paper));
    }
    input.bytes += seed.digest.length;
  }

  /** Records and facts to rows in Avro and CSV, with their checksums. */
  @Benchmark
  public void write(SeedRecords seed, Writer writer, Input input) throws IOException {
    for (int i = 0; i < seed.papers.size(); i++) {
      writer.writer.paper(
          seed.summary.digestId(),
          ++writer.records,
          "2025-03-11",
          seed.papers.get(i),
          writer.facts.get(i));
    }
    input.bytes += seed.digest.length;
  }
}
