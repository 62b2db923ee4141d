package io.github.papersluice.reading;

import java.io.Serializable;
import java.util.List;

/**
 * The segments from which one part of each table is made.
 *
 * @param index from 0
 * @param segments in the order in which they are read; never empty
 */
public record Shard(int index, List<DigestSegment> segments) implements Serializable {

  /** Takes an immutable copy of the list. */
  public Shard {
    segments = List.copyOf(segments);
  }

  /** The shard's length in stored bytes. */
  public long length() {
    return segments.stream().mapToLong(DigestSegment::length).sum();
  }
}
