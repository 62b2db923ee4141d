package io.github.papersluice.transforms;

import io.github.papersluice.reading.DigestOpener;
import java.io.IOException;
import java.io.Serializable;
import java.nio.channels.ReadableByteChannel;
import org.apache.beam.sdk.io.FileSystems;

/** Opens input files on any file system that Beam has on its class path. */
public final class BeamDigestOpener implements DigestOpener, Serializable {
  private static final long serialVersionUID = 1L;

  @Override
  public ReadableByteChannel open(String location) throws IOException {
    return FileSystems.open(FileSystems.matchNewResource(location, false));
  }
}
