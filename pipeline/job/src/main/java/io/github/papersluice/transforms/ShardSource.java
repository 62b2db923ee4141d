package io.github.papersluice.transforms;

import io.github.papersluice.reading.Shard;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.io.BoundedSource;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.util.SerializableUtils;

/**
 * The planned shards as a source that splits into one source a shard, whatever size a runner asks
 * for: each shard is scheduled on its own, so that no worker idles while another has shards left. A
 * {@code Create} is split by the bytes of the encoded elements, which say nothing of their cost.
 */
final class ShardSource extends BoundedSource<Shard> {
  private static final long serialVersionUID = 1L;

  /** Made once, as the Direct Runner serializes the whole plan for each shard that it begins. */
  private final byte[] serialized;

  private transient List<Shard> shards;

  /** A source of these shards, in this order. */
  ShardSource(List<Shard> shards) {
    this.shards = List.copyOf(shards);
    this.serialized = SerializableUtils.serializeToByteArray(shards.toArray(Shard[]::new));
  }

  private List<Shard> shards() {
    if (shards == null) {
      shards = List.of((Shard[]) SerializableUtils.deserializeFromByteArray(serialized, "shards"));
    }
    return shards;
  }

  @Override
  public List<ShardSource> split(long desiredBundleSizeBytes, PipelineOptions options) {
    return shards().stream().map(shard -> new ShardSource(List.of(shard))).toList();
  }

  @Override
  public long getEstimatedSizeBytes(PipelineOptions options) {
    return shards().stream().mapToLong(Shard::length).sum();
  }

  @Override
  public Coder<Shard> getOutputCoder() {
    return JsonCoder.of(Shard.class);
  }

  @Override
  public BoundedReader<Shard> createReader(PipelineOptions options) {
    return new ShardReader(this);
  }

  private static final class ShardReader extends BoundedReader<Shard> {
    private final ShardSource source;
    private final Iterator<Shard> remaining;
    private Shard current;

    ShardReader(ShardSource source) {
      this.source = source;
      this.remaining = source.shards().iterator();
    }

    @Override
    public boolean start() {
      return advance();
    }

    @Override
    public boolean advance() {
      current = remaining.hasNext() ? remaining.next() : null;
      return current != null;
    }

    @Override
    public Shard getCurrent() {
      if (current == null) {
        throw new NoSuchElementException();
      }
      return current;
    }

    @Override
    public ShardSource getCurrentSource() {
      return source;
    }

    @Override
    public void close() {}
  }
}
