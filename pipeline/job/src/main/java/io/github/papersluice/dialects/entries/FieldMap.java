package io.github.papersluice.dialects.entries;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A form's paths as a tree that a parser walks along, and which slots make which column. */
final class FieldMap {
  private static final int[] NO_SLOTS = {};

  private final EntryForm form;
  private final PathNode entry = new PathNode("");
  private final PathNode digest = new PathNode("");
  private final Map<String, Integer> slotOfPath = new HashMap<>();
  private final Map<Column, int[]> slots = new EnumMap<>(Column.class);
  private final List<int[]> when;

  FieldMap(EntryForm form) {
    this.form = form;
    for (Column column : Column.values()) {
      slots.put(column, slots(form.paths().getOrDefault(column, List.of())));
    }
    this.when = form.when().stream().map(this::slots).toList();
  }

  EntryForm form() {
    return form;
  }

  /** Where an entry's fields are. */
  PathNode entry() {
    return entry;
  }

  /** Where the digest's own fields are. */
  PathNode digest() {
    return digest;
  }

  /** The slots that may hold a column's value, first that has one. */
  int[] slots(Column column) {
    return slots.get(column);
  }

  /** Whether an entry with these fields has what this form's entries have. */
  boolean fits(EntryFields fields) {
    return when.isEmpty() || when.stream().anyMatch(slots -> hasAll(fields, slots));
  }

  private static boolean hasAll(EntryFields fields, int[] wanted) {
    for (int slot : wanted) {
      if (!fields.has(slot)) {
        return false;
      }
    }
    return true;
  }

  private int[] slots(List<String> paths) {
    if (paths.isEmpty()) {
      return NO_SLOTS;
    }
    List<Integer> found = new ArrayList<>();
    for (String path : paths) {
      found.add(slotOfPath.computeIfAbsent(path, this::newSlot));
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private int newSlot(String path) {
    int slot = slotOfPath.size();
    if (path.startsWith("/")) {
      digest.add(path.substring(1), slot);
    } else {
      entry.add(path, slot);
    }
    return slot;
  }
}
