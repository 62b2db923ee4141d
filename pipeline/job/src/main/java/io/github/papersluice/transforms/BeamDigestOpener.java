package io.github.papersluice.transforms;

import io.github.papersluice.reading.DigestOpener;
import io.github.papersluice.reading.InputChangedException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.beam.sdk.io.FileSystems;

/** Opens input files on any file system that Beam has on its class path. */
public final class BeamDigestOpener implements DigestOpener, Serializable {
  private static final long serialVersionUID = 1L;

  @Override
  public ReadableByteChannel open(String location) throws IOException {
    if (!InputFiles.isUri(location)) {
      return openPath(Path.of(location), location);
    }
    return FileSystems.open(FileSystems.matchNewResource(location, false));
  }

  /** To open what has become a pipe since it was listed would wait until someone writes to it. */
  private static ReadableByteChannel openPath(Path path, String location) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new InputChangedException(location, "it is not a regular file any more");
    }
    return Files.newByteChannel(path);
  }
}
