package io.github.papersluice.report;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.avro.util.Utf8;

/**
 * The names in an abstract, so that a search finds the papers that use a model or a data set. Whole
 * abstracts would be 20 times as much: too much for a page.
 *
 * <p>A name is a run of ASCII letters and digits that holds a capital behind its first letter
 * ({@code LoRA}), a digit beside a letter ({@code 3d}, {@code qwen2}), or a capital at its
 * beginning and not at a sentence's ({@code Llama}).
 */
final class AbstractNames {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 40;
  private static final int MOST = 60;

  private static final byte OTHER = 0;
  private static final byte SMALL = 1;
  private static final byte CAPITAL = 2;
  private static final byte DIGIT = 4;
  private static final byte[] CLASSES = new byte[256];

  static {
    for (int c = 0; c < 128; c++) {
      CLASSES[c] =
          c >= 'a' && c <= 'z'
              ? SMALL
              : c >= 'A' && c <= 'Z' ? CAPITAL : c >= '0' && c <= '9' ? DIGIT : OTHER;
    }
  }

  private AbstractNames() {}

  /** The names in lower case, each once, in the order of the text, a space between. */
  static String of(Utf8 text) {
    byte[] bytes = text.getBytes();
    int length = text.getByteLength();
    Set<String> names = null;
    for (int at = 0; at < length; at++) {
      // Most letters are small ones: only a capital or a digit is a reason to look at a word.
      if (CLASSES[bytes[at] & 0xFF] <= SMALL) {
        continue;
      }
      int start = wordStart(bytes, at);
      at = wordEnd(bytes, at, length);
      if (isName(bytes, start, at)) {
        names = names == null ? new LinkedHashSet<>() : names;
        names.add(lowerCase(bytes, start, at));
        if (names.size() == MOST) {
          break;
        }
      }
    }
    return names == null ? "" : String.join(" ", names);
  }

  private static int wordStart(byte[] bytes, int at) {
    int start = at;
    while (start > 0 && CLASSES[bytes[start - 1] & 0xFF] != OTHER) {
      start--;
    }
    return start;
  }

  private static int wordEnd(byte[] bytes, int at, int length) {
    int end = at;
    while (end < length && CLASSES[bytes[end] & 0xFF] != OTHER) {
      end++;
    }
    return end;
  }

  private static boolean isName(byte[] bytes, int start, int end) {
    if (end - start < SHORTEST || end - start > LONGEST) {
      return false;
    }
    int first = CLASSES[bytes[start] & 0xFF];
    int rest = 0;
    for (int i = start + 1; i < end; i++) {
      rest |= CLASSES[bytes[i] & 0xFF];
    }
    boolean digits = ((first | rest) & DIGIT) != 0;
    boolean letters = ((first | rest) & ~DIGIT) != 0;
    return letters
        && (digits || (rest & CAPITAL) != 0 || (first == CAPITAL && !beginsSentence(bytes, start)));
  }

  private static boolean beginsSentence(byte[] bytes, int start) {
    if (start < 2) {
      return true;
    }
    byte before = bytes[start - 2];
    return bytes[start - 1] == ' ' && (before == '.' || before == '!' || before == '?');
  }

  private static String lowerCase(byte[] bytes, int start, int end) {
    byte[] lower = new byte[end - start];
    for (int i = 0; i < lower.length; i++) {
      byte c = bytes[start + i];
      lower[i] = CLASSES[c] == CAPITAL ? (byte) (c | 0x20) : c;
    }
    return new String(lower, US_ASCII);
  }
}
