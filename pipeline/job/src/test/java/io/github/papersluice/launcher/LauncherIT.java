package io.github.papersluice.launcher;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts the job as people do, by the script in {@code bin}. */
@EnabledOnOs(OS.LINUX)
class LauncherIT {
  /** Java ends with an error if it cannot use the archive that it is given. */
  private static final String REQUIRE_ARCHIVE = "-Xshare:on";

  @TempDir private Path folder;
  private Path home;

  private record Ended(int status, String err) {}

  @BeforeEach
  void copy_the_program_to_another_folder() throws IOException {
    Path dist = Path.of(System.getProperty("papersluice.jar")).getParent().getParent();
    home = folder.resolve("a copy");
    try (Stream<Path> files = Files.walk(dist)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = home.resolve(dist.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    home.resolve("bin/papersluice").toFile().setExecutable(true);
  }

  private Ended start(Map<String, String> environment, String... arguments) throws Exception {
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/papersluice").toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().put("PAPERSLUICE_CACHE", folder.resolve("cache").toString());
    builder.environment().putAll(environment);
    Process process =
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(err.toFile()).start();
    return new Ended(process.waitFor(), Files.readString(err));
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      return files.filter(file -> file.toString().endsWith(".jsa")).toList();
    }
  }

  @Test
  void a_copied_program_makes_its_archive_at_the_second_start_and_uses_it() throws Exception {
    assertThat(start(Map.of(), "--version"), is(new Ended(0, "")));
    assertThat(archives(), is(List.of()));

    start(Map.of(), "--version");
    assertThat(Files.size(archives().get(0)), is(greaterThan(10_000_000L)));
    assertThat(
        start(Map.of("PAPERSLUICE_JAVA_OPTIONS", REQUIRE_ARCHIVE), "--version"),
        is(new Ended(0, "")));
  }

  @Test
  void a_cache_that_cannot_be_written_ends_nothing() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    Ended ended = start(Map.of("PAPERSLUICE_CACHE", file.resolve("cache").toString()), "--version");

    assertThat(ended.status(), is(0));
  }

  @Test
  void a_newer_java_has_nothing_to_say() throws Exception {
    Optional<Path> newer = newerJava();
    assumeTrue(newer.isPresent(), "no JDK newer than 17 under /usr/lib/jvm");
    Path seeds = Path.of("..", "..", "seeds").toAbsolutePath();

    Ended ended =
        start(
            Map.of("JAVA_HOME", newer.get().toString()),
            "--input=" + seeds,
            "--output=" + folder.resolve("out"));

    assertThat(ended.err(), is(emptyString()));
    assertThat(ended.status(), is(0));
  }

  private static Optional<Path> newerJava() throws IOException {
    Path machines = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(machines)) {
      return Optional.empty();
    }
    try (Stream<Path> homes = Files.list(machines)) {
      return homes
          .filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .filter(LauncherIT::isNewer)
          .max(Comparator.naturalOrder());
    }
  }

  private static boolean isNewer(Path home) {
    try {
      return Files.readString(home.resolve("release"))
          .lines()
          .filter(line -> line.startsWith("JAVA_VERSION=\""))
          .anyMatch(line -> Integer.parseInt(line.replaceAll("\\D*(\\d+).*", "$1")) > 17);
    } catch (IOException e) {
      return false;
    }
  }
}
