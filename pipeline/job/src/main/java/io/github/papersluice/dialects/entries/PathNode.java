package io.github.papersluice.dialects.entries;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A tree of the names that lead to wanted fields: {@code paper.authors.name}. Lists are looked
 * through, so a path does not say where they are. Case, {@code _}, {@code -} and spaces do not
 * matter: {@code arXiv ID} is {@code arxiv_id}.
 */
final class PathNode {
  /** No field is wanted here. */
  static final int NONE = -1;

  private final byte[] name;
  private final List<PathNode> childList = new ArrayList<>();
  private PathNode[] children = {};
  private int slot = NONE;
  private int partOf = NONE;
  private int part;
  private boolean joins;
  private long seenIn;

  PathNode(String name) {
    this.name = plain(name).getBytes(StandardCharsets.UTF_8);
  }

  /** Where the value is kept that stands here, or {@link #NONE}. */
  int slot() {
    return slot;
  }

  /** The slot of which a value here is a part, such as a given name of a name, or NONE. */
  int partOf() {
    return partOf;
  }

  /** Which part. */
  int part() {
    return part;
  }

  /** Whether the object here is one value that is joined of its parts. */
  boolean joins() {
    return joins;
  }

  /**
   * Whether this name came before in the object at hand.
   *
   * @param object a number that no other object has
   */
  boolean isSeenAgainIn(long object) {
    boolean again = seenIn == object;
    seenIn = object;
    return again;
  }

  PathNode[] children() {
    return children;
  }

  /**
   * Adds a path.
   *
   * @param path names with dots between them; the last one may be {@code given+family}
   */
  void add(String path, int wantedSlot) {
    PathNode node = this;
    String[] names = path.split("\\.", 0);
    for (int i = 0; i < names.length; i++) {
      if (names[i].indexOf('+') > 0) {
        node.addParts(names[i].split("\\+", 0), wantedSlot);
        return;
      }
      node = node.childOrNew(names[i]);
    }
    if (node.slot == NONE) {
      node.slot = wantedSlot;
    }
  }

  private void addParts(String[] parts, int wantedSlot) {
    joins = true;
    for (int i = 0; i < parts.length; i++) {
      PathNode child = childOrNew(parts[i]);
      child.partOf = wantedSlot;
      child.part = i;
    }
  }

  private PathNode childOrNew(String wanted) {
    byte[] bytes = plain(wanted).getBytes(StandardCharsets.UTF_8);
    PathNode child = child(bytes, 0, bytes.length);
    if (child == null) {
      child = new PathNode(wanted);
      childList.add(child);
      children = childList.toArray(PathNode[]::new);
    }
    return child;
  }

  /** The child of this name; null if nothing is wanted below it. */
  PathNode child(byte[] bytes, int from, int to) {
    for (PathNode child : children) {
      if (matches(child.name, bytes, from, to)) {
        return child;
      }
    }
    return null;
  }

  private static boolean matches(byte[] name, byte[] bytes, int from, int to) {
    int at = 0;
    for (int i = from; i < to; i++) {
      int b = lower(bytes[i]);
      if (isSeparator(b)) {
        continue;
      }
      if (at == name.length || name[at] != b) {
        return false;
      }
      at++;
    }
    return at == name.length;
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }

  private static boolean isSeparator(int b) {
    return b == '_' || b == '-' || b == ' ';
  }

  /** A name as names are compared. */
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isSeparator(c)) {
        plain.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
      }
    }
    return plain.toString();
  }
}
