package io.github.papersluice.transforms;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.reading.DigestFile;
import io.github.papersluice.reading.DigestSegment;
import io.github.papersluice.reading.Shard;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.SourceTestUtils;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;

class ShardSourceTest {
  private static final PipelineOptions OPTIONS = PipelineOptionsFactory.create();
  private static final Shard FIRST = shard(0, "a.txt", "b.txt");
  private static final Shard SECOND = shard(1, "c.txt");

  private final ShardSource source = new ShardSource(List.of(FIRST, SECOND));

  @Test
  void isReadTheSameOnAnotherMachine() throws Exception {
    ShardSource sent = SerializableUtils.clone(SerializableUtils.clone(source));

    assertThat(SourceTestUtils.readFromSource(sent, OPTIONS), contains(FIRST, SECOND));
    assertThat(sent.getEstimatedSizeBytes(OPTIONS), is(30L));
  }

  @Test
  void splitsIntoOneSourceAShardWhateverSizeIsAskedFor() throws Exception {
    List<List<Shard>> parts = new ArrayList<>();
    for (ShardSource part : SerializableUtils.clone(source).split(Long.MAX_VALUE, OPTIONS)) {
      parts.add(SourceTestUtils.readFromSource(part, OPTIONS));
    }

    assertThat(parts, contains(List.of(FIRST), List.of(SECOND)));
  }

  /** Each file has ten bytes. */
  private static Shard shard(int index, String... names) {
    List<DigestSegment> segments = new ArrayList<>();
    for (String name : names) {
      segments.add(DigestSegment.unread(new DigestFile(name, "/digests/" + name, 10)));
    }
    return new Shard(index, segments);
  }
}
