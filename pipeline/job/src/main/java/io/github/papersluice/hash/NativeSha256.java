package io.github.papersluice.hash;

import java.security.MessageDigest;
import org.bouncycastle.crypto.CryptoServicesRegistrar;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.NativeServices;
import org.bouncycastle.crypto.digests.SHA256Digest;

/**
 * SHA-256 by the native code that Bouncy Castle LTS brings for Linux on x86-64 and ARM64 processors
 * that have instructions for it.
 */
final class NativeSha256 extends MessageDigest {
  private final Digest digest = SHA256Digest.newInstance();

  /** To be made only where {@link #isAvailable}. */
  NativeSha256() {
    super("SHA-256");
  }

  /**
   * Loads the native code, which takes a tenth of a second the first time. It is written to the
   * folder for temporary files, and deleted when Java ends.
   *
   * @return false if there is none for this system, or it cannot be loaded
   */
  static boolean isAvailable() {
    try {
      return CryptoServicesRegistrar.hasEnabledService(NativeServices.SHA2);
    } catch (LinkageError | RuntimeException e) {
      // Another edition of Bouncy Castle on a cluster's class path, or a system that forbids it.
      return false;
    }
  }

  @Override
  protected int engineGetDigestLength() {
    return digest.getDigestSize();
  }

  @Override
  protected void engineUpdate(byte input) {
    digest.update(input);
  }

  @Override
  protected void engineUpdate(byte[] input, int offset, int length) {
    digest.update(input, offset, length);
  }

  @Override
  protected byte[] engineDigest() {
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }

  @Override
  protected void engineReset() {
    digest.reset();
  }
}
