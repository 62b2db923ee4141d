package io.github.papersluice.evaluation;

import java.util.List;

/**
 * The labels of one record.
 *
 * @param line the line of the gold file that holds them, from 1
 */
record GoldRecord(int line, String title, List<GoldLink> links, List<GoldSize> sizes) {

  GoldRecord {
    links = List.copyOf(links);
    sizes = List.copyOf(sizes);
  }
}
