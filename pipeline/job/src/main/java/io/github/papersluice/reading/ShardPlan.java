package io.github.papersluice.reading;

import java.util.List;

/**
 * Which bytes of the inputs are read where.
 *
 * @param shards in order; each input that is no duplicate is in exactly one of them, or cut into
 *     pieces that follow each other
 * @param duplicates the inputs that are not read, by name
 */
public record ShardPlan(List<Shard> shards, List<Duplicate> duplicates) {

  /** Takes immutable copies of the lists. */
  public ShardPlan {
    shards = List.copyOf(shards);
    duplicates = List.copyOf(duplicates);
  }

  /**
   * An input with the same bytes as another one.
   *
   * @param name its name
   * @param original the name of the one that is read in its stead
   */
  public record Duplicate(String name, String original) {}
}
