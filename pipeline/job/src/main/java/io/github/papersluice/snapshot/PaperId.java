package io.github.papersluice.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.hash.Sha256;
import io.github.papersluice.model.Utf8Text;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The id of a paper: the first 16 hex digits of the SHA-256 of its normalised title, so that a
 * paper has the same id in every digest, however its title is spaced, cased or punctuated.
 *
 * <p>Normalised: NFKC, then lower case, then letters and digits only, as UTF-8. A title without a
 * letter or digit has the id of the empty text.
 */
public final class PaperId {
  private static final int HEX_DIGITS = 16;

  /** What an ASCII character becomes; 0 if it is left out. */
  private static final byte[] NORMALISED = new byte[128];

  static {
    for (byte letter = 'a'; letter <= 'z'; letter++) {
      NORMALISED[letter] = letter;
      NORMALISED[letter ^ 0x20] = letter;
    }
    for (byte digit = '0'; digit <= '9'; digit++) {
      NORMALISED[digit] = digit;
    }
  }

  private final MessageDigest sha256 = Sha256.start();
  private byte[] scratch = new byte[512];

  /** The id of a paper of this title. */
  public static String of(Utf8Text title) {
    return new PaperId().next(title);
  }

  /** The same, with memory used again; for one thread. */
  public String next(Utf8Text title) {
    int length = normalisedAscii(title);
    if (length >= 0) {
      sha256.update(scratch, 0, length);
    } else {
      sha256.update(normalised(title.toString()).getBytes(UTF_8));
    }
    return Sha256.hex(sha256).substring(0, HEX_DIGITS);
  }

  /** Puts the normalised title into {@link #scratch}; its length, or -1 if it is not ASCII. */
  private int normalisedAscii(Utf8Text title) {
    if (scratch.length < title.length()) {
      scratch = new byte[title.length()];
    }
    byte[] bytes = title.array();
    int length = 0;
    for (int i = title.start(); i < title.end(); i++) {
      if (bytes[i] < 0) {
        return -1;
      }
      byte normalised = NORMALISED[bytes[i]];
      scratch[length] = normalised;
      length += normalised == 0 ? 0 : 1;
    }
    return length;
  }

  private static String normalised(String title) {
    return Normalizer.normalize(title, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
