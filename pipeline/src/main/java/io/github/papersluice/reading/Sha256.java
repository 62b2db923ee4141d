package io.github.papersluice.reading;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash by which a digest is known. */
final class Sha256 {
  private static final int DIGEST_ID_LENGTH = 16;

  private Sha256() {}

  static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The hash of what was given, 64 lower-case hex digits. */
  static String hex(MessageDigest sha256) {
    return HexFormat.of().formatHex(sha256.digest());
  }

  static String digestId(String sha256) {
    return sha256.substring(0, DIGEST_ID_LENGTH);
  }
}
