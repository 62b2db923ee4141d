package io.github.papersluice.dialects.entries;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.papersluice.bytes.ByteSearch;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * JSON within a page: in an attribute {@code data-props}, where quotation marks are written as
 * {@code "} spelled out as an HTML entity, or in a script of type {@code application/json}.
 *
 * @param json the JSON, decoded
 * @param start index of its first byte in the page
 * @param end index after its last byte in the page
 * @param places for each reference that was decoded, index in the JSON of the byte after it
 * @param shifts how many bytes the page had more than the JSON up to there
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record EmbeddedJson(byte[] json, int start, int end, int[] places, int[] shifts) {
  private static final byte[] ATTRIBUTE = "data-props=".getBytes(ISO_8859_1);
  private static final byte[] SCRIPT = "application/json".getBytes(ISO_8859_1);
  private static final byte[] SCRIPT_END = "</script".getBytes(ISO_8859_1);

  /** The first JSON from an index on; null if there is none. */
  static EmbeddedJson next(byte[] page, int from, int to) {
    int i = from;
    while (i < to) {
      i = ByteSearch.indexOf(page, i, to, (byte) 'd', (byte) 'a');
      if (holds(page, i, to, ATTRIBUTE)) {
        int quote = i + ATTRIBUTE.length;
        if (quote < to && (page[quote] == '"' || page[quote] == '\'')) {
          return attribute(page, quote + 1, ByteSearch.indexOf(page, quote + 1, to, page[quote]));
        }
      } else if (holds(page, i, to, SCRIPT)) {
        int start = ByteSearch.indexOf(page, i, to, (byte) '>') + 1;
        if (start < to) {
          return script(page, start, find(page, start, to, SCRIPT_END));
        }
      }
      i++;
    }
    return null;
  }

  private static EmbeddedJson script(byte[] page, int start, int end) {
    return new EmbeddedJson(
        Arrays.copyOfRange(page, start, end), start, end, new int[0], new int[0]);
  }

  private static EmbeddedJson attribute(byte[] page, int start, int end) {
    ByteArrayOutputStream json = new ByteArrayOutputStream(end - start);
    int[] places = new int[64];
    int[] shifts = new int[64];
    int count = 0;
    int i = start;
    while (i < end) {
      int and = ByteSearch.indexOf(page, i, end, (byte) '&');
      json.write(page, i, and - i);
      i = and;
      if (and < end) {
        i = reference(page, and, end, json);
        if (count == places.length) {
          places = Arrays.copyOf(places, 2 * count);
          shifts = Arrays.copyOf(shifts, 2 * count);
        }
        places[count] = json.size();
        shifts[count++] = i - start - json.size();
      }
    }
    return new EmbeddedJson(
        json.toByteArray(), start, end, Arrays.copyOf(places, count), Arrays.copyOf(shifts, count));
  }

  /** Writes what a reference stands for; the index after it. */
  private static int reference(byte[] page, int and, int end, ByteArrayOutputStream json) {
    int most = Math.min(end, and + 12);
    int semicolon = ByteSearch.indexOf(page, and, most, (byte) ';');
    int codePoint = semicolon == most ? -1 : XmlReferences.codePoint(page, and + 1, semicolon);
    if (codePoint < 0) {
      json.write('&');
      return and + 1;
    }
    json.writeBytes(
        Character.toString(codePoint).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return semicolon + 1;
  }

  /** The page's index for one of the JSON. */
  long place(long index) {
    int found = Arrays.binarySearch(places, (int) index);
    int before = found >= 0 ? found : -found - 2;
    return start + index + (before < 0 ? 0 : shifts[before]);
  }

  private static boolean holds(byte[] page, int i, int to, byte[] text) {
    return i + text.length <= to && Arrays.equals(page, i, i + text.length, text, 0, text.length);
  }

  private static int find(byte[] page, int from, int to, byte[] text) {
    for (int i = from; i < to; i++) {
      i = ByteSearch.indexOf(page, i, to, text[0]);
      if (holds(page, i, to, text)) {
        return i;
      }
    }
    return to;
  }
}
