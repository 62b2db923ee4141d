package io.github.papersluice.transforms;

import io.github.papersluice.reading.DigestFile;
import io.github.papersluice.reading.InputNames;
import io.github.papersluice.reading.UnreadableInputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;

/**
 * The files that a run's inputs name.
 *
 * @param files in the order of their locations, each once
 * @param passedOver locations in input folders that are no digests by their name, in order
 */
public record InputFiles(List<DigestFile> files, List<String> passedOver) {

  /** In a folder, files with these names are digests; a file that is named itself always is. */
  private static final Pattern DIGEST_NAME =
      Pattern.compile(
          ".*\\.(txt|text)(\\.(gz|gzip|bz2|zst|zstd))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://.*");

  /**
   * Lists the files behind inputs.
   *
   * @param inputs files, folders (read with all folders below them, hidden ones excepted) or globs:
   *     local paths, or URIs of a file system that Beam has on its class path
   * @throws FileNotFoundException if an input matches no file; the message is the input
   * @throws UnreadableInputException if a folder cannot be listed, a link leads nowhere, or what an
   *     input names is no regular file
   * @throws IOException if a file system of Beam fails
   */
  public static InputFiles match(List<String> inputs) throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    TreeSet<String> passedOver = new TreeSet<>();
    for (String input : inputs) {
      Map<String, Long> matched = new TreeMap<>();
      if (URI.matcher(input).matches()) {
        matchUri(input, matched, passedOver);
      } else {
        matchPath(input, matched, passedOver);
      }
      if (matched.isEmpty()) {
        throw new FileNotFoundException(input);
      }
      sizes.putAll(matched);
    }
    passedOver.removeAll(sizes.keySet());
    return new InputFiles(named(sizes), List.copyOf(passedOver));
  }

  /** The total length of the files in bytes. */
  public long byteLength() {
    return files.stream().mapToLong(DigestFile::size).sum();
  }

  private static List<DigestFile> named(Map<String, Long> sizes) {
    List<String> locations = List.copyOf(sizes.keySet());
    List<String> names = InputNames.of(locations);
    List<DigestFile> files = new ArrayList<>(locations.size());
    for (int i = 0; i < locations.size(); i++) {
      String location = locations.get(i);
      files.add(new DigestFile(names.get(i), location, sizes.get(location)));
    }
    return List.copyOf(files);
  }

  private static void matchPath(String input, Map<String, Long> sizes, TreeSet<String> passedOver)
      throws IOException {
    Path path = pathOrNull(input);
    if (path != null && Files.isDirectory(path)) {
      walk(path, sizes, passedOver);
    } else if (path != null && Files.exists(path)) {
      requireRegular(path);
      sizes.put(path.toString(), Files.size(path));
    } else {
      matchGlob(Path.of("").toAbsolutePath().resolve(input).normalize().toString(), sizes);
    }
  }

  /** A pipe or device has no length to plan with, and to open it may wait for ever. */
  private static void requireRegular(Path path) throws UnreadableInputException {
    if (!Files.isRegularFile(path)) {
      throw new UnreadableInputException(
          path.toString(), new IOException("it is no regular file; copy it into one"));
    }
  }

  private static Path pathOrNull(String input) {
    try {
      return Path.of(input).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static void walk(Path folder, Map<String, Long> sizes, TreeSet<String> passedOver)
      throws IOException {
    Files.walkFileTree(
        folder,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path child, BasicFileAttributes attributes) {
            boolean hidden = !child.equals(folder) && isHidden(child.getFileName().toString());
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws UnreadableInputException {
            if (attributes.isSymbolicLink() && isDigest(file.getFileName().toString())) {
              throw new UnreadableInputException(
                  file.toString(), new IOException("the link leads nowhere"));
            }
            if (attributes.isRegularFile()) {
              add(file.toString(), attributes.size(), sizes, passedOver);
            } else {
              passedOver.add(file.toString());
            }
            return FileVisitResult.CONTINUE;
          }

          /** A link to a folder above it adds nothing. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException reason)
              throws UnreadableInputException {
            if (reason instanceof FileSystemLoopException
                || isHidden(file.getFileName().toString())) {
              return FileVisitResult.CONTINUE;
            }
            throw new UnreadableInputException(file.toString(), reason);
          }
        });
  }

  private static void matchUri(String input, Map<String, Long> sizes, TreeSet<String> passedOver)
      throws IOException {
    if (!input.endsWith("/")) {
      matchGlob(input, sizes);
    }
    if (sizes.isEmpty()) {
      Map<String, Long> below = new TreeMap<>();
      matchGlob(input.replaceFirst("/+$", "") + "/**", below);
      below.forEach((location, size) -> add(location, size, sizes, passedOver));
    }
  }

  private static void matchGlob(String glob, Map<String, Long> sizes) throws IOException {
    MatchResult result = FileSystems.match(glob, EmptyMatchTreatment.ALLOW);
    for (MatchResult.Metadata metadata : result.metadata()) {
      if (!metadata.resourceId().isDirectory()) {
        sizes.put(metadata.resourceId().toString(), metadata.sizeBytes());
      }
    }
  }

  private static void add(
      String location, long size, Map<String, Long> sizes, TreeSet<String> passedOver) {
    String fileName = location.substring(location.replace('\\', '/').lastIndexOf('/') + 1);
    if (isDigest(fileName)) {
      sizes.put(location, size);
    } else if (!isHidden(fileName)) {
      passedOver.add(location);
    }
  }

  private static boolean isDigest(String fileName) {
    return !isHidden(fileName) && DIGEST_NAME.matcher(fileName).matches();
  }

  private static boolean isHidden(String fileName) {
    return fileName.startsWith(".") || fileName.startsWith("_");
  }
}
