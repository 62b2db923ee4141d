package io.github.papersluice.text.links;

import java.util.ArrayList;
import java.util.List;

/** The segments of a URL's path, without query and fragment; empty ones are left out. */
final class UrlSegments {
  /** No host has paths to a repository that are longer. */
  private static final int MOST = 24;

  private final List<String> segments;

  private UrlSegments(List<String> segments) {
    this.segments = segments;
  }

  /** Reads what follows a host, such as {@code :8080/a/b?c}. */
  static UrlSegments of(String rest) {
    int end = 0;
    while (end < rest.length() && rest.charAt(end) != '?' && rest.charAt(end) != '#') {
      end++;
    }
    List<String> segments = new ArrayList<>();
    int slash = rest.indexOf('/');
    while (slash >= 0 && slash < end && segments.size() < MOST) {
      int next = rest.indexOf('/', slash + 1);
      int to = next < 0 || next > end ? end : next;
      if (to > slash + 1) {
        segments.add(rest.substring(slash + 1, to));
      }
      slash = next;
    }
    return new UrlSegments(segments);
  }

  int count() {
    return segments.size();
  }

  /** A segment from 0, or null behind the last one. */
  String get(int index) {
    return index < segments.size() ? segments.get(index) : null;
  }

  /** Where a segment stands, from a place on; the count of segments if it does not. */
  int indexOf(String segment, int from) {
    for (int i = from; i < segments.size(); i++) {
      if (segments.get(i).equals(segment)) {
        return i;
      }
    }
    return segments.size();
  }

  /** Segments joined by slashes, or null where there are none. */
  String join(int from, int to) {
    return from < to ? String.join("/", segments.subList(from, to)) : null;
  }
}
