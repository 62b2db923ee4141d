package io.github.papersluice.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32C;

/** CRC-32C (RFC 3720), for what is only read back. */
final class Crc32c {
  private static final int BUFFER_LENGTH = 1 << 17;

  private Crc32c() {}

  /** That of a stream read to its end. */
  static long of(InputStream in) throws IOException {
    CRC32C crc = new CRC32C();
    byte[] buffer = new byte[BUFFER_LENGTH];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      crc.update(buffer, 0, n);
    }
    return crc.getValue();
  }
}
