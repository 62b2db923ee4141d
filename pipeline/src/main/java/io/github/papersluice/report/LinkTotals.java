package io.github.papersluice.report;

import io.github.papersluice.tables.LinkRow;

/** Where the links lead. */
final class LinkTotals {
  /** Distinct names up to which the counts are exact. */
  private static final int CAPACITY = 1 << 15;

  private static final int NAME_LENGTH = 120;

  private final FrequentItems kinds = new FrequentItems(64);
  private final FrequentItems hosts = new FrequentItems(CAPACITY);
  private final FrequentItems owners = new FrequentItems(CAPACITY);
  private final FrequentItems repositories = new FrequentItems(CAPACITY);
  private long count;
  private long repositoryLinks;

  void add(LinkRow row) {
    count++;
    kinds.add(Shortened.of(row.getKind(), NAME_LENGTH));
    hosts.add(Shortened.of(row.getHost(), NAME_LENGTH));
    if (row.getRepositoryOwner() != null && row.getRepositoryName() != null) {
      repositoryLinks++;
      String owner = Shortened.of(row.getRepositoryOwner(), NAME_LENGTH);
      owners.add(owner);
      repositories.add(owner + "/" + Shortened.of(row.getRepositoryName(), NAME_LENGTH));
    }
  }

  long count() {
    return count;
  }

  /** Links to a GitHub repository, one for each paper that names it. */
  long repositoryLinks() {
    return repositoryLinks;
  }

  FrequentItems kinds() {
    return kinds;
  }

  FrequentItems hosts() {
    return hosts;
  }

  /** Owners by the links to their repositories. */
  FrequentItems owners() {
    return owners;
  }

  FrequentItems repositories() {
    return repositories;
  }
}
