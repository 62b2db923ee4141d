package io.github.papersluice.transforms;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/**
 * What a file system tells of a file without opening it.
 *
 * @param size the file's length in bytes
 * @param version what changes whenever the file's bytes do, or null if the file system has no such
 *     thing
 */
record FileStamp(long size, String version) {
  private static final boolean UNIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

  /**
   * The stamp of a file of this machine. On Unix it holds the time of the last change of the file's
   * status, which the system sets at each write and no program can set back, as it can the time of
   * modification (POSIX, st_ctim).
   */
  static FileStamp of(Path file) throws IOException {
    if (!UNIX) {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(attributes.size(), attributes.lastModifiedTime().toString());
    }
    Map<String, Object> attributes =
        Files.readAttributes(file, "unix:size,dev,ino,ctime,lastModifiedTime");
    return new FileStamp(
        (Long) attributes.get("size"),
        String.join(
            " ",
            attributes.get("dev").toString(),
            attributes.get("ino").toString(),
            attributes.get("ctime").toString(),
            attributes.get("lastModifiedTime").toString()));
  }

  /** The stamp of a file of another file system: its checksum and time, as far as there are any. */
  static FileStamp of(Metadata file) {
    boolean known = file.checksum() != null || file.lastModifiedMillis() > 0;
    return new FileStamp(
        file.sizeBytes(), known ? file.checksum() + " " + file.lastModifiedMillis() : null);
  }

  /** Whether a file with this stamp then, and another one now, surely has the same bytes. */
  boolean isSureToBe(FileStamp now) {
    return version != null && equals(now);
  }
}
