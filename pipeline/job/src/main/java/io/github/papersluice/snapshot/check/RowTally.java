package io.github.papersluice.snapshot.check;

import io.github.papersluice.snapshot.Table;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What is counted of a snapshot's rows. */
final class RowTally {
  private final Map<Table, Long> rows = new EnumMap<>(Table.class);
  private final Map<String, Long> linksByKind = new HashMap<>();
  private final Map<String, Long> papersByCodeStatus = new HashMap<>();

  void addRows(Table table, long count) {
    rows.merge(table, count, Long::sum);
  }

  void addLink(Object kind) {
    linksByKind.merge(kind.toString(), 1L, Long::sum);
  }

  void addPaper(Object codeStatus) {
    papersByCodeStatus.merge(codeStatus.toString(), 1L, Long::sum);
  }

  long rows(Table table) {
    return rows.getOrDefault(table, 0L);
  }

  /** Rows of links by what they say of their kind. */
  Map<String, Long> linksByKind() {
    return linksByKind;
  }

  /** Rows of papers by what they say of their code. */
  Map<String, Long> papersByCodeStatus() {
    return papersByCodeStatus;
  }
}
