package io.github.papersluice.transforms;

import io.github.papersluice.reading.DigestFile;
import io.github.papersluice.reading.InputChangedException;
import io.github.papersluice.reading.InputHashes;
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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;

/** The files that a run's inputs name, as they were when they were listed. */
public final class InputFiles {

  /** In a folder, files with these names are digests; a file that is named itself always is. */
  private static final Pattern DIGEST_NAME =
      Pattern.compile(
          ".*\\.(txt|text|md|markdown|html?|json|jsonl|ndjson|xml|atom|rss|csv|tsv|bib|ris|nbib|eml|mbox)"
              + "(\\.(gz|gzip|bz2|zst|zstd))?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** In a folder, what tells of it and is no digest. */
  private static final Pattern ABOUT_THE_FOLDER =
      Pattern.compile(
          "(README|LICEN[CS]E|CHANGELOG)([._-].*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://.*");

  private static final String LOCAL_URI = "file:///";

  private final SortedMap<String, FileStamp> stamps;
  private final List<DigestFile> files;
  private final List<String> passedOver;

  private InputFiles(SortedMap<String, FileStamp> stamps, List<String> passedOver) {
    this.stamps = stamps;
    this.files = named(stamps);
    this.passedOver = passedOver;
  }

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
    SortedMap<String, FileStamp> stamps = new TreeMap<>();
    TreeSet<String> passedOver = new TreeSet<>();
    for (String input : inputs) {
      Map<String, FileStamp> matched = new TreeMap<>();
      if (isUri(input) && !input.startsWith(LOCAL_URI)) {
        matchUri(input, matched, passedOver);
      } else {
        matchPath(
            input.startsWith(LOCAL_URI) ? input.substring("file://".length()) : input,
            matched,
            passedOver);
      }
      if (matched.isEmpty()) {
        throw new FileNotFoundException(input);
      }
      stamps.putAll(matched);
    }
    passedOver.removeAll(stamps.keySet());
    return new InputFiles(stamps, List.copyOf(passedOver));
  }

  /** The files in the order of their locations, each once. */
  public List<DigestFile> files() {
    return files;
  }

  /** Locations in input folders that are no digests by their name, in order. */
  public List<String> passedOver() {
    return passedOver;
  }

  /** The total length of the files in bytes. */
  public long byteLength() {
    return files.stream().mapToLong(DigestFile::size).sum();
  }

  /**
   * Holds that the files are what they were. A file that was written to, or of which that cannot be
   * told, is read again.
   *
   * @param hashes the SHA-256 in hex of the bytes that were read, by the files' names
   * @throws InputChangedException if a file is gone, or has other bytes than were read
   * @throws IOException if that cannot be found out
   */
  public void requireUnchanged(Map<String, String> hashes) throws IOException {
    Map<String, FileStamp> now = stampsNow();
    List<DigestFile> doubtful = new ArrayList<>();
    for (DigestFile file : files) {
      FileStamp stamp = now.get(file.location());
      if (stamp == null) {
        throw new InputChangedException(file.location(), "it is gone");
      }
      if (stamp.size() != file.size()) {
        throw new InputChangedException(
            file.location(), "it had " + file.size() + " bytes and has " + stamp.size());
      }
      if (!stamps.get(file.location()).isSureToBe(stamp)) {
        doubtful.add(file);
      }
    }
    Map<String, String> found = InputHashes.of(doubtful, new BeamDigestOpener());
    for (DigestFile file : doubtful) {
      if (!found.get(file.name()).equals(hashes.get(file.name()))) {
        throw new InputChangedException(file.location(), "its bytes are others");
      }
    }
  }

  private Map<String, FileStamp> stampsNow() throws IOException {
    Map<String, FileStamp> now = new TreeMap<>();
    List<String> uris = new ArrayList<>();
    for (String location : stamps.keySet()) {
      if (isUri(location)) {
        uris.add(location);
      } else if (Files.isRegularFile(Path.of(location))) {
        now.put(location, FileStamp.of(Path.of(location)));
      }
    }
    List<MatchResult> results =
        uris.isEmpty() ? List.of() : FileSystems.match(uris, EmptyMatchTreatment.ALLOW);
    for (MatchResult result : results) {
      for (MatchResult.Metadata file : result.metadata()) {
        now.put(file.resourceId().toString(), FileStamp.of(file));
      }
    }
    return now;
  }

  private static List<DigestFile> named(SortedMap<String, FileStamp> stamps) {
    List<String> locations = List.copyOf(stamps.keySet());
    List<String> names = InputNames.of(locations);
    List<DigestFile> files = new ArrayList<>(locations.size());
    for (int i = 0; i < locations.size(); i++) {
      String location = locations.get(i);
      files.add(new DigestFile(names.get(i), location, stamps.get(location).size()));
    }
    return List.copyOf(files);
  }

  private static void matchPath(String input, Map<String, FileStamp> stamps, Set<String> passedOver)
      throws IOException {
    Path path = pathOrNull(input);
    if (path != null && Files.isDirectory(path)) {
      walk(path, stamps, passedOver);
    } else if (path != null && Files.exists(path)) {
      requireRegular(path);
      add(path, stamps);
    } else if (PathGlob.isGlob(input)) {
      matchPathGlob(input, stamps, passedOver);
    } else {
      // Says by its exception why it is not a path.
      var unused = Path.of(input);
    }
  }

  private static void matchPathGlob(
      String input, Map<String, FileStamp> stamps, Set<String> passedOver) throws IOException {
    List<Path> found = new ArrayList<>();
    try {
      PathGlob.of(input).find(found::add);
    } catch (PatternSyntaxException e) {
      throw (FileNotFoundException) new FileNotFoundException(input).initCause(e);
    }
    for (Path file : found) {
      if (Files.isRegularFile(file)) {
        add(file, stamps);
      } else {
        passedOver.add(file.toString());
      }
    }
  }

  /** A location travels as text: a file whose name is not text could not be found again. */
  private static void add(Path file, Map<String, FileStamp> stamps) throws IOException {
    if (!file.equals(pathOrNull(file.toString()))) {
      throw new UnreadableInputException(
          file.toUri().getRawPath(),
          new IOException(
              "its name is not text in the encoding of this locale: rename the file, or set LC_ALL"
                  + " to its encoding, such as C.UTF-8"));
    }
    stamps.put(file.toString(), FileStamp.of(file));
  }

  /** A pipe or device has no length to plan with, and to open it may wait for ever. */
  private static void requireRegular(Path path) throws UnreadableInputException {
    if (!Files.isRegularFile(path)) {
      throw new UnreadableInputException(
          path.toString(), new IOException("it is no regular file; copy it into one"));
    }
  }

  /** Whether a location is on a file system of Beam, not a path of this machine. */
  static boolean isUri(String location) {
    return URI.matcher(location).matches();
  }

  private static Path pathOrNull(String input) {
    try {
      return Path.of(input).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static void walk(Path folder, Map<String, FileStamp> stamps, Set<String> passedOver)
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
              throws IOException {
            if (attributes.isSymbolicLink() && isDigest(file.getFileName().toString())) {
              throw new UnreadableInputException(
                  file.toString(), new IOException("the link leads nowhere"));
            }
            if (!attributes.isRegularFile()) {
              passedOver.add(file.toString());
            } else if (isDigest(file.getFileName().toString(), file.toString(), passedOver)) {
              add(file, stamps);
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

  private static void matchUri(String input, Map<String, FileStamp> stamps, Set<String> passedOver)
      throws IOException {
    if (!input.endsWith("/")) {
      matchGlob(input, stamps);
    }
    if (stamps.isEmpty()) {
      Map<String, FileStamp> below = new TreeMap<>();
      matchGlob(input.replaceFirst("/+$", "") + "/**", below);
      below
          .keySet()
          .removeIf(
              location ->
                  !isDigest(
                      location.substring(location.lastIndexOf('/') + 1), location, passedOver));
      stamps.putAll(below);
    }
  }

  private static void matchGlob(String glob, Map<String, FileStamp> stamps) throws IOException {
    MatchResult result = FileSystems.match(glob, EmptyMatchTreatment.ALLOW);
    for (MatchResult.Metadata metadata : result.metadata()) {
      if (!metadata.resourceId().isDirectory()) {
        stamps.put(metadata.resourceId().toString(), FileStamp.of(metadata));
      }
    }
  }

  /** Whether a file found in a folder is to be read; one that only might be is passed over. */
  private static boolean isDigest(String fileName, String location, Set<String> passedOver) {
    boolean digest = isDigest(fileName);
    if (!digest && !isHidden(fileName) && !isAboutTheFolder(fileName)) {
      passedOver.add(location);
    }
    return digest;
  }

  private static boolean isDigest(String fileName) {
    return !isHidden(fileName)
        && !isAboutTheFolder(fileName)
        && DIGEST_NAME.matcher(fileName).matches();
  }

  private static boolean isAboutTheFolder(String fileName) {
    return ABOUT_THE_FOLDER.matcher(fileName).matches();
  }

  private static boolean isHidden(String fileName) {
    return fileName.startsWith(".") || fileName.startsWith("_");
  }
}
