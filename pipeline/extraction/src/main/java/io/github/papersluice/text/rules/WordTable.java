package io.github.papersluice.text.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Words by number, found by their bytes; the case of ASCII letters is ignored. */
final class WordTable {
  private byte[][] keys = new byte[1024][];
  private int[] numbers = new int[1024];
  private int count;
  private int longest;

  int count() {
    return count;
  }

  /** The number of a word in lower case, from 1; 0 if it is not there. */
  int find(String word) {
    byte[] key = word.getBytes(ISO_8859_1);
    return find(key, 0, key.length);
  }

  /** The number of a word, from 1; 0 if it is not there. */
  int find(byte[] text, int start, int end) {
    return end - start > longest ? 0 : numbers[bucket(text, start, end)];
  }

  /** Adds a word in lower case that is not there yet, and gives its number. */
  int add(String word) {
    if (4 * count >= keys.length) {
      grow();
    }
    byte[] key = word.getBytes(ISO_8859_1);
    put(key, ++count);
    longest = Math.max(longest, key.length);
    return count;
  }

  private void put(byte[] key, int number) {
    int bucket = bucket(key, 0, key.length);
    keys[bucket] = key;
    numbers[bucket] = number;
  }

  /** The word's bucket, or the empty one where it would go. */
  private int bucket(byte[] text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + (text[i] | 0x20);
    }
    int bucket = (((hash ^ hash >>> 12) * 0x9E3779B1) >>> 16) & (keys.length - 1);
    while (keys[bucket] != null && !matches(keys[bucket], text, start, end)) {
      bucket = (bucket + 1) & (keys.length - 1);
    }
    return bucket;
  }

  private static boolean matches(byte[] key, byte[] text, int start, int end) {
    if (key.length != end - start) {
      return false;
    }
    for (int i = 0; i < key.length; i++) {
      if (key[i] != (text[start + i] | 0x20)) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    byte[][] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new byte[2 * oldKeys.length][];
    numbers = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != null) {
        put(oldKeys[i], oldNumbers[i]);
      }
    }
  }
}
