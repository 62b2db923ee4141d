package io.github.papersluice.dialects;

/**
 * The last keys that were added, two to four million of them: two open-addressing tables, of which
 * the older one is forgotten when the younger one is full. At most 64 MB, and little for few keys.
 */
final class RecentKeys {
  private static final int FIRST_SLOTS = 1 << 8;
  private static final int MOST_KEYS = 1 << 21;

  private long[] young = new long[FIRST_SLOTS];
  private long[] old = new long[0];
  private int count;

  /** Adds a key; false if it was there. */
  boolean add(long wanted) {
    long key = wanted == 0 ? 1 : wanted;
    if (holds(old, key) || holds(young, key)) {
      return false;
    }
    if (count == MOST_KEYS) {
      old = young;
      young = new long[FIRST_SLOTS];
      count = 0;
    } else if (2 * count == young.length) {
      grow();
    }
    young[slot(young, key)] = key;
    count++;
    return true;
  }

  private void grow() {
    long[] grown = new long[2 * young.length];
    for (long key : young) {
      if (key != 0) {
        grown[slot(grown, key)] = key;
      }
    }
    young = grown;
  }

  private static boolean holds(long[] slots, long key) {
    return slots.length > 0 && slots[slot(slots, key)] == key;
  }

  /** Index of the key, or of the free slot where it belongs. */
  private static int slot(long[] slots, long key) {
    int mask = slots.length - 1;
    int i = (int) (key ^ key >>> 32) & mask;
    while (slots[i] != 0 && slots[i] != key) {
      i = i + 1 & mask;
    }
    return i;
  }
}
