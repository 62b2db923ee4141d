package io.github.papersluice.reading;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/** Opens an input file by its location, on whatever file system it lies. */
@FunctionalInterface
public interface DigestOpener {

  /**
   * Opens a file at its first byte.
   *
   * @param location as in {@link DigestFile#location()}
   * @return a channel for the caller to close; a {@link java.nio.channels.SeekableByteChannel}
   *     where the file system can seek
   * @throws IOException if the file cannot be opened; {@link java.io.FileNotFoundException} or
   *     {@link java.nio.file.NoSuchFileException} if it is gone
   */
  ReadableByteChannel open(String location) throws IOException;
}
