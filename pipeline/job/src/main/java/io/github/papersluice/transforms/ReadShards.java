package io.github.papersluice.transforms;

import io.github.papersluice.reading.Shard;
import java.util.List;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** The planned shards as a collection in which each is scheduled on its own. */
public final class ReadShards extends PTransform<PBegin, PCollection<Shard>> {
  private static final long serialVersionUID = 1L;

  private final ShardSource source;

  private ReadShards(ShardSource source) {
    this.source = source;
  }

  /** A collection of these shards. */
  public static ReadShards of(List<Shard> shards) {
    return new ReadShards(new ShardSource(shards));
  }

  @Override
  public PCollection<Shard> expand(PBegin begin) {
    return begin.apply("ReadPlan", Read.from(source));
  }
}
