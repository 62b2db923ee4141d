package io.github.papersluice.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes the archive of the job's classes that the launcher starts Java with: {@code java -cp JAR
 * io.github.papersluice.launcher.ClassArchive ARCHIVE}. The first call only leaves a mark, so that
 * a machine that runs the job once does not pay for the archive; the next call makes it. One made
 * from a list of classes, unlike one made at exit, also takes classes compiled for Java 5.
 *
 * <p>Never needed: where it cannot be made, an empty file in its place says so.
 */
public final class ClassArchive {
  private static final String SAMPLE = "sample.txt";

  /** Enough input for a run to use all classes that a large one does. */
  private static final int SAMPLES = 1500;

  private static final int LIMIT_SECONDS = 120;

  private ClassArchive() {}

  /**
   * Makes an archive of the classes in this program's class path.
   *
   * @param arguments the archive's path
   * @throws IOException if its folder cannot be written
   * @throws InterruptedException if this thread is interrupted
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path archive = Path.of(arguments[0]);
    Files.createDirectories(archive.getParent());
    Path mark = archive.resolveSibling(archive.getFileName() + ".wanted");
    if (!Files.exists(mark)) {
      Files.createFile(mark);
      return;
    }
    System.err.println("papersluice: preparing a faster start (once) ...");
    Path scratch = Files.createTempDirectory("papersluice-archive-");
    try {
      Path made = scratch.resolve("archive.jsa");
      if (!make(scratch, made)) {
        Files.write(made, new byte[0]);
      }
      Files.move(made, archive, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      deleteTree(scratch);
    }
  }

  private static boolean make(Path scratch, Path archive) throws IOException, InterruptedException {
    Path input = Files.createDirectory(scratch.resolve("in"));
    byte[] sample = sample();
    for (int file = 0; file < 3; file++) {
      try (var out = Files.newOutputStream(input.resolve("2025-01-0" + (file + 1) + ".txt"))) {
        for (int copy = 0; copy <= SAMPLES + file; copy++) {
          out.write(sample);
        }
      }
    }
    Path classes = scratch.resolve("classes");
    String jar = System.getProperty("java.class.path");
    return run(
            "-XX:DumpLoadedClassList=" + classes,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            jar,
            "io.github.papersluice.Papersluice",
            "--input=" + input,
            "--output=" + scratch.resolve("out"))
        && run(
            "-Xshare:dump",
            "-XX:SharedClassListFile=" + classes,
            "-XX:+UseG1GC",
            "-XX:SharedArchiveFile=" + archive,
            "-Xlog:disable",
            "-cp",
            jar)
        && Files.exists(archive);
  }

  private static byte[] sample() throws IOException {
    try (InputStream in = ClassArchive.class.getResourceAsStream(SAMPLE)) {
      return in.readAllBytes();
    }
  }

  private static boolean run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return false;
    }
    return process.exitValue() == 0;
  }

  private static void deleteTree(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> below = Files.walk(folder)) {
      paths = below.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
