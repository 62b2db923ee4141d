package io.github.papersluice.text.sizes;

import static io.github.papersluice.text.sizes.Tokens.ABOUT;
import static io.github.papersluice.text.sizes.Tokens.DASH;
import static io.github.papersluice.text.sizes.Tokens.END;
import static io.github.papersluice.text.sizes.Tokens.MONEY;
import static io.github.papersluice.text.sizes.Tokens.TIMES;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Signs that mean the same, in Unicode and in LaTeX. */
final class Typography {
  private Typography() {}

  /** The kind that a LaTeX command stands for, by its name; END if for none. */
  static byte sign(byte[] text, int start, int end) {
    String name = new String(text, start, Math.min(end - start, 16), ISO_8859_1);
    return switch (name) {
      case "sim", "approx", "simeq", "thicksim", "thickapprox", "textasciitilde" -> ABOUT;
      case "times" -> TIMES;
      case "leq", "le", "lt", "leqslant", "lesssim", "textless" -> (byte) '<';
      case "geq", "ge", "gt", "geqslant", "gtrsim", "textgreater" -> (byte) '>';
      case "textendash", "textemdash" -> DASH;
      case "texteuro", "pounds", "euro" -> MONEY;
      default -> END;
    };
  }

  static boolean isLetter(byte letter) {
    int lower = letter | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  /** The code point of a UTF-8 sequence. */
  static int decode(byte[] text, int start, int end) {
    int lead = text[start] & 0xFF;
    int character = lead >= 0xF0 ? lead & 0x07 : lead >= 0xE0 ? lead & 0x0F : lead & 0x1F;
    for (int i = start + 1; i < end && i < start + 4; i++) {
      character = character << 6 | (text[i] & 0x3F);
    }
    return character;
  }

  /** Whether a letter is of a script without spaces between words: Chinese, Japanese. */
  static boolean isIdeograph(int character) {
    return (character >= 0x3040 && character <= 0x9FFF)
        || (character >= 0xF900 && character <= 0xFAFF)
        || (character >= 0x20000 && character <= 0x3FFFF);
  }

  static boolean isSpace(int character) {
    return character == 0xA0
        || (character >= 0x2000 && character <= 0x200D)
        || character == 0x202F
        || character == 0x205F
        || character == 0x2060
        || character == 0x3000
        || character == 0xFEFF;
  }

  /** The mark or kind that a character beyond ASCII stands for; END for a letter. */
  static byte twin(int character) {
    if (character > 0xFF00 && character <= 0xFF5E) {
      byte ascii = (byte) (character - 0xFF00 + 0x20);
      return isLetter(ascii) || Tokens.isDigit(ascii) ? END : ascii;
    }
    return switch (character) {
      case 0x2010, 0x2011 -> (byte) '-';
      case 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 -> DASH;
      case 0x223C, 0x2248, 0x2243, 0x2245, 0x301C -> ABOUT;
      case 0xD7, 0x2715, 0x2A09 -> TIMES;
      case 0x2264, 0x2A7D, 0x2272 -> (byte) '<';
      case 0x2265, 0x2A7E, 0x2273 -> (byte) '>';
      case 0x20AC, 0xA3, 0xA5, 0x20B9 -> MONEY;
      case 0x2018, 0x2019 -> (byte) '\'';
      case 0x201C, 0x201D, 0xAB, 0xBB -> (byte) '"';
      case 0x3001 -> (byte) ',';
      case 0x3002 -> (byte) '.';
      case 0x2022, 0xB7, 0x2026 -> (byte) ';';
      default -> (character < 0x3000 && character >= 0x2000) || character < 0xC0 ? (byte) '#' : END;
    };
  }
}
