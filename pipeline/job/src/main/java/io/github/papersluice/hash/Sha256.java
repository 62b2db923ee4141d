package io.github.papersluice.hash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 (FIPS 180-4), in 64 lower-case hex digits as {@code sha256sum} prints it.
 *
 * <p>Java has the processor's own instructions for it only in code of its optimising compiler; the
 * hash is a third of the processor time of a run that is over before that compiler has come to it.
 * Where much is to be hashed, native code does so from the first byte, if it is to be had for this
 * system; else Java's own does. The hash is the same.
 */
public final class Sha256 {
  private static final int BUFFER_LENGTH = 1 << 17;

  /** Loading the native code takes as long as it takes Java to hash this much four times. */
  private static final long WORTH_NATIVE_CODE = 4L << 20;

  private static volatile boolean isNative;

  private Sha256() {}

  /**
   * Tells how much input is to be hashed. If it is much, {@link #start} gives native hashes from
   * some time on: this call does not wait for them.
   *
   * @param byteLength of all of it, about
   */
  public static void expect(long byteLength) {
    if (byteLength >= WORTH_NATIVE_CODE && !isNative) {
      Thread loader = new Thread(() -> isNative = NativeSha256.isAvailable(), "sha-256-loader");
      loader.setDaemon(true);
      loader.start();
    }
  }

  /** A hash of nothing yet. */
  public static MessageDigest start() {
    return isNative ? new NativeSha256() : ofJava();
  }

  static MessageDigest ofJava() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** What was given to a hash, in hex; the hash is of nothing again. */
  public static String hex(MessageDigest sha256) {
    return HexFormat.of().formatHex(sha256.digest());
  }

  /** The hash of text as UTF-8, in hex. */
  public static String of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** The hash of bytes, in hex. */
  public static String of(byte[] bytes) {
    MessageDigest sha256 = start();
    sha256.update(bytes);
    return hex(sha256);
  }

  /** The hash of a stream read to its end, in hex. */
  public static String of(InputStream in) throws IOException {
    MessageDigest sha256 = start();
    byte[] buffer = new byte[BUFFER_LENGTH];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      sha256.update(buffer, 0, n);
    }
    return hex(sha256);
  }
}
