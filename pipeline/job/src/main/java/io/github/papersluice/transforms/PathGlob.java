package io.github.papersluice.transforms;

import io.github.papersluice.reading.UnreadableInputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of local paths, in the glob syntax of {@link java.nio.file.FileSystem#getPathMatcher}.
 * Looks only where a match can be: Beam's own search walks everything below the last folder that
 * exists, which for a mistyped path is the whole disk.
 */
final class PathGlob {
  private final Path base;
  private final PathMatcher whole;

  /** What each folder below the base must match; null if that cannot be told a folder at a time. */
  private final List<PathMatcher> steps;

  private PathGlob(Path base, PathMatcher whole, List<PathMatcher> steps) {
    this.base = base;
    this.whole = whole;
    this.steps = steps;
  }

  /** Whether a text has a character that means something in a glob. */
  static boolean isGlob(String text) {
    return firstSpecial(text) < text.length();
  }

  /**
   * A glob.
   *
   * @param text absolute, or relative to the working folder
   * @throws PatternSyntaxException if it is not a glob
   * @throws InvalidPathException if it begins with what cannot be a path
   */
  static PathGlob of(String text) {
    int end = firstSpecial(text);
    int slash = Math.max(text.lastIndexOf('/', end - 1), text.lastIndexOf(File.separatorChar, end));
    Path base = Path.of(text.substring(0, slash + 1)).toAbsolutePath().normalize();
    String pattern = text.substring(slash + 1);
    // A folder may be called "day [1]".
    for (int i = pattern.indexOf('/'); i > 0 && isFolder(base, pattern, i); ) {
      base = base.resolve(pattern.substring(0, i));
      pattern = pattern.substring(i + 1);
      i = pattern.indexOf('/');
    }
    return new PathGlob(base, matcher(pattern), steps(pattern));
  }

  private static boolean isFolder(Path base, String pattern, int end) {
    try {
      return Files.isDirectory(base.resolve(pattern.substring(0, end)));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static int firstSpecial(String text) {
    int i = 0;
    while (i < text.length() && "*?[{".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private static PathMatcher matcher(String pattern) {
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
  }

  private static List<PathMatcher> steps(String pattern) {
    if (pattern.contains("**") || pattern.contains("{") || pattern.contains("[")) {
      return null;
    }
    List<PathMatcher> steps = new ArrayList<>();
    for (String step : pattern.split("/", 0)) {
      steps.add(matcher(step));
    }
    return steps;
  }

  /**
   * Finds what matches and is not a folder.
   *
   * @throws UnreadableInputException if a folder in which a match can be cannot be listed
   */
  void find(Consumer<Path> found) throws IOException {
    if (!Files.isDirectory(base)) {
      return;
    }
    Files.walkFileTree(
        base,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        steps == null ? Integer.MAX_VALUE : steps.size(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return canHoldMatch(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isDirectory() && whole.matches(base.relativize(file))) {
              found.accept(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException reason)
              throws UnreadableInputException {
            if (reason instanceof FileSystemLoopException
                || !(canHoldMatch(file) || whole.matches(base.relativize(file)))) {
              return FileVisitResult.CONTINUE;
            }
            throw new UnreadableInputException(file.toString(), reason);
          }
        });
  }

  private boolean canHoldMatch(Path folder) {
    if (steps == null || folder.equals(base)) {
      return true;
    }
    Path below = base.relativize(folder);
    int last = below.getNameCount() - 1;
    return last < steps.size() - 1 && steps.get(last).matches(below.getFileName());
  }
}
