package io.github.papersluice.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Collects lines as UTF-8: one long text with a single odd character would take twice the room. */
final class Lines {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean begun;

  /** Adds a line. */
  Lines add(String line) {
    if (begun) {
      bytes.write('\n');
    }
    begun = true;
    bytes.writeBytes(line.getBytes(UTF_8));
    return this;
  }

  /** The lines with a line feed between. */
  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
