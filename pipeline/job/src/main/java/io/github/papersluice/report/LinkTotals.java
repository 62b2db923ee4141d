package io.github.papersluice.report;

import io.github.papersluice.tables.LinkRow;
import java.util.Arrays;
import org.apache.avro.util.Utf8;

/** Where the links lead. */
final class LinkTotals {
  /** Distinct names up to which the counts are exact. */
  private static final int CAPACITY = 1 << 15;

  private final FrequentItems<Utf8> kinds = FrequentItems.ofTexts(64);
  private final FrequentItems<Utf8> hosts = FrequentItems.ofTexts(CAPACITY);
  private final FrequentItems<Utf8> owners = FrequentItems.ofTexts(CAPACITY);
  private final FrequentItems<Utf8> repositories = FrequentItems.ofTexts(CAPACITY);
  private long count;
  private long repositoryLinks;

  void add(LinkRow row) {
    count++;
    kinds.add(FrequentItems.bounded(row.getKind()));
    hosts.add(FrequentItems.bounded(row.getHost()));
    if (row.getRepositoryOwner() != null && row.getRepositoryName() != null) {
      repositoryLinks++;
      Utf8 owner = FrequentItems.bounded(row.getRepositoryOwner());
      owners.add(owner);
      repositories.add(path(owner, FrequentItems.bounded(row.getRepositoryName())));
    }
  }

  private static Utf8 path(Utf8 owner, Utf8 name) {
    byte[] path = Arrays.copyOf(owner.getBytes(), owner.getByteLength() + 1 + name.getByteLength());
    path[owner.getByteLength()] = '/';
    System.arraycopy(name.getBytes(), 0, path, owner.getByteLength() + 1, name.getByteLength());
    return new Utf8(path);
  }

  long count() {
    return count;
  }

  /** Links to a GitHub repository, one for each paper that names it. */
  long repositoryLinks() {
    return repositoryLinks;
  }

  FrequentItems<Utf8> kinds() {
    return kinds;
  }

  FrequentItems<Utf8> hosts() {
    return hosts;
  }

  /** Owners by the links to their repositories. */
  FrequentItems<Utf8> owners() {
    return owners;
  }

  FrequentItems<Utf8> repositories() {
    return repositories;
  }
}
