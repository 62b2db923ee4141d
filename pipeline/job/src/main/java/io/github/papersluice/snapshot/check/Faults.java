package io.github.papersluice.snapshot.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The faults of a snapshot, one line each; of very many, the first ones and how many follow. */
final class Faults {
  private static final int MOST = 1000;

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private long more;

  /** Adds a fault of a file or a row. */
  synchronized void add(String place, String fault) {
    if (lines.size() < MOST) {
      lines.add(oneLine(place + ": " + fault));
    } else {
      more++;
    }
  }

  /** Snapshots come from anywhere: what they hold must not make up lines of its own. */
  private static String oneLine(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  List<String> lines() {
    List<String> all = new ArrayList<>(lines);
    if (more > 0) {
      all.add("and " + more + " more faults");
    }
    return all;
  }
}
