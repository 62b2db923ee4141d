package io.github.papersluice.dialects.entries;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.bytes.ByteSearch;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads one XML element that is in memory, and keeps the wanted fields of it. Of the entities only
 * the five of XML and characters by number are known; others stay as they are written. The text of
 * elements within a field belongs to the field. For one thread.
 */
final class XmlParser {
  /** Elements within elements: more are not read. */
  static final int DEEPEST = 100;

  /** An element that is open: its name as written, and where it is on the way to fields. */
  private record Open(String name, PathNode node) {}

  private final Deque<Open> open = new ArrayDeque<>();
  private byte[] bytes;
  private int end;
  private EntryFields fields;
  private PathNode capturing;
  private int captureDepth;

  /**
   * Reads an element.
   *
   * @param source holds it
   * @param from index of its {@code <}
   * @param to index after its closing tag
   * @param root where the names of its children begin
   * @param target takes the wanted fields
   * @return null if it is sound; else what is wrong, in a sentence
   */
  String parse(byte[] source, int from, int to, PathNode root, EntryFields target) {
    bytes = source;
    end = to;
    fields = target;
    open.clear();
    capturing = null;
    int i = from;
    while (i < end) {
      if (bytes[i] != '<') {
        i = text(i);
        continue;
      }
      int next = markup(i, root);
      if (next < 0) {
        return "The element is not valid XML from its byte " + (i - from) + " on.";
      }
      i = next;
    }
    return open.isEmpty() ? null : "The element " + open.peek().name() + " has no end.";
  }

  private int text(int from) {
    int to = ByteSearch.indexOf(bytes, from, end, (byte) '<');
    if (capturing != null) {
      appendDecoded(from, to);
    }
    return to;
  }

  private int markup(int i, PathNode root) {
    if (starts(i, "<![CDATA[")) {
      int close = find(i + 9, "]]>");
      if (close >= 0 && capturing != null) {
        fields.append(bytes, i + 9, close);
      }
      return close < 0 ? -1 : close + 3;
    }
    if (starts(i, "<!--")) {
      return behind(i + 4, "-->");
    }
    if (starts(i, "<?")) {
      return behind(i + 2, "?>");
    }
    return starts(i, "</") ? endTag(i) : startTag(i, root);
  }

  private int behind(int from, String closing) {
    int found = find(from, closing);
    return found < 0 ? -1 : found + closing.length();
  }

  private int find(int from, String wanted) {
    for (int i = from; i + wanted.length() <= end; i++) {
      i = ByteSearch.indexOf(bytes, i, end, (byte) wanted.charAt(0));
      if (starts(i, wanted)) {
        return i;
      }
    }
    return -1;
  }

  private boolean starts(int i, String text) {
    if (i + text.length() > end) {
      return false;
    }
    for (int k = 0; k < text.length(); k++) {
      if (bytes[i + k] != text.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  // ---- tags ----

  private int startTag(int from, PathNode root) {
    int nameEnd = nameEnd(from + 1);
    if (nameEnd == from + 1 || open.size() == DEEPEST) {
      return -1;
    }
    String name = new String(bytes, from + 1, nameEnd - from - 1, ISO_8859_1);
    PathNode node = open.isEmpty() ? root : child(open.peek().node(), from + 1, nameEnd);
    boolean isWanted = node != null && !open.isEmpty();
    if (isWanted) {
      beginCapture(node);
    } else if (capturing != null) {
      betweenWords(name);
    }
    open.push(new Open(name, node));
    int close = attributes(nameEnd, node);
    if (close < 0) {
      return -1;
    }
    if (bytes[close - 1] == '/') {
      leave();
    }
    return close + 1;
  }

  private PathNode child(PathNode parent, int from, int to) {
    if (parent == null) {
      return null;
    }
    int colon = ByteSearch.indexOf(bytes, from, to, (byte) ':');
    return parent.child(bytes, colon < to ? colon + 1 : from, to);
  }

  /** Index of the tag's {@code >}, or -1. */
  private int attributes(int from, PathNode node) {
    int i = from;
    while (i < end) {
      byte b = bytes[i];
      if (b == '>') {
        return i;
      }
      if (b == '<') {
        return -1;
      }
      if (b == '/' || (b <= ' ' && b >= 0)) {
        i++;
        continue;
      }
      i = attribute(i, node);
      if (i < 0) {
        return -1;
      }
    }
    return -1;
  }

  private int attribute(int from, PathNode node) {
    int nameEnd = nameEnd(from);
    int i = skipSpace(nameEnd);
    if (nameEnd == from || i >= end || bytes[i] != '=') {
      return nameEnd == from ? -1 : nameEnd;
    }
    i = skipSpace(i + 1);
    if (i >= end || (bytes[i] != '"' && bytes[i] != '\'')) {
      return -1;
    }
    int close = ByteSearch.indexOf(bytes, i + 1, end, bytes[i]);
    if (close == end) {
      return -1;
    }
    if (node != null) {
      keepAttribute(node, from, nameEnd, i + 1, close);
    }
    return close + 1;
  }

  private void keepAttribute(PathNode node, int from, int nameEnd, int valueFrom, int valueTo) {
    String name = new String(bytes, from, nameEnd - from, ISO_8859_1);
    byte[] marked = ("@" + name.substring(name.indexOf(':') + 1)).getBytes(UTF_8);
    PathNode child = node.child(marked, 0, marked.length);
    if (child != null && capturing == null) {
      fields.begin();
      appendDecoded(valueFrom, valueTo);
      fields.end(child);
    }
  }

  private int endTag(int from) {
    int nameEnd = nameEnd(from + 2);
    int close = skipSpace(nameEnd);
    if (open.isEmpty() || close >= end || bytes[close] != '>') {
      return -1;
    }
    String name = new String(bytes, from + 2, nameEnd - from - 2, ISO_8859_1);
    if (!name.equals(open.peek().name())) {
      return -1;
    }
    leave();
    return close + 1;
  }

  private void leave() {
    Open left = open.pop();
    if (capturing != null && open.size() == captureDepth) {
      fields.end(capturing);
      capturing = null;
    } else if (capturing != null) {
      betweenWords(left.name());
    }
    if (left.node() != null && left.node().joins()) {
      fields.join(left.node());
    }
  }

  // ---- text ----

  /** A field within a field ends the outer one, which then is what stood before it. */
  private void beginCapture(PathNode node) {
    if (capturing != null) {
      fields.end(capturing);
    }
    boolean isField = node.slot() != PathNode.NONE || node.partOf() != PathNode.NONE;
    capturing = isField ? node : null;
    captureDepth = open.size();
    fields.begin();
  }

  /** Elements of text, such as {@code p}, keep words apart. */
  private void betweenWords(String name) {
    String local = name.substring(name.indexOf(':') + 1);
    if (local.equals("p") || local.equals("br") || local.equals("div") || local.equals("li")) {
      fields.append('\n');
    }
  }

  private void appendDecoded(int from, int to) {
    int i = from;
    while (i < to) {
      int and = ByteSearch.indexOf(bytes, i, to, (byte) '&');
      fields.append(bytes, i, and);
      if (and == to) {
        return;
      }
      i = reference(and, to);
    }
  }

  /** Appends what a reference stands for; the index after it. */
  private int reference(int and, int to) {
    int most = Math.min(to, and + 12);
    int semicolon = ByteSearch.indexOf(bytes, and, most, (byte) ';');
    int codePoint = semicolon == most ? -1 : XmlReferences.codePoint(bytes, and + 1, semicolon);
    if (codePoint < 0) {
      fields.append('&');
      return and + 1;
    }
    fields.appendCodePoint(codePoint);
    return semicolon + 1;
  }

  private int nameEnd(int from) {
    int i = from;
    while (i < end && XmlTags.isNameByte(bytes[i] & 0xFF)) {
      i++;
    }
    return i;
  }

  private int skipSpace(int from) {
    int i = from;
    while (i < end && JsonParser.isSpace(bytes[i])) {
      i++;
    }
    return i;
  }
}
