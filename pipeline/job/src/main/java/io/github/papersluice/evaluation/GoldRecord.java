package io.github.papersluice.evaluation;

import io.github.papersluice.model.CodeStatus;
import java.util.List;

/**
 * The labels of one record.
 *
 * @param line the line of the gold file that holds them, from 1
 * @param links null where links are not labelled
 * @param sizes null where sizes are not labelled
 * @param codeStatus null where it is not labelled
 */
record GoldRecord(
    int line,
    String title,
    List<GoldLink> links,
    List<GoldSize> sizes,
    Accepted<CodeStatus> codeStatus) {

  GoldRecord {
    links = links == null ? null : List.copyOf(links);
    sizes = sizes == null ? null : List.copyOf(sizes);
  }

  /** A record of which the code status is not labelled. */
  GoldRecord(int line, String title, List<GoldLink> links, List<GoldSize> sizes) {
    this(line, title, links, sizes, null);
  }
}
