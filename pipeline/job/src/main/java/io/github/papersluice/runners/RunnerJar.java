package io.github.papersluice.runners;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A jar that holds the job with a runner which the small jar leaves out; {@code scripts/run}. */
enum RunnerJar {
  /** Apache Flink, inside this process or a cluster of its own. */
  FLINK("FlinkRunner"),

  /** Apache Spark, inside this process or a cluster of its own. */
  SPARK("SparkRunner"),

  /** Google Cloud Dataflow. */
  DATAFLOW("DataflowRunner");

  private static final String OPTION = "--runner=";

  private final String runner;

  RunnerJar(String runner) {
    this.runner = runner;
  }

  /** The jar that arguments ask for, if it is one of these. */
  static Optional<RunnerJar> askedFor(List<String> arguments) {
    for (RunnerJar jar : values()) {
      if (arguments.contains(OPTION + jar.runner)) {
        return Optional.of(jar);
      }
    }
    return Optional.empty();
  }

  /**
   * The jar that this code comes from, if something else than this Java machine's class path led to
   * it.
   *
   * @param classPath the paths of files and folders, separated as this system separates them
   */
  static Optional<Path> besideClassPath(String classPath) {
    URI code =
        URI.create(RunnerJar.class.getProtectionDomain().getCodeSource().getLocation().toString());
    if (!"file".equals(code.getScheme())) {
      return Optional.empty();
    }
    Path jar = Path.of(code);
    boolean onClassPath =
        Stream.of(classPath.split(File.pathSeparator))
            .anyMatch(entry -> jar.equals(Path.of(entry).toAbsolutePath().normalize()));
    return onClassPath ? Optional.empty() : Optional.of(jar);
  }

  /** The argument that names the runner. */
  String argument() {
    return OPTION + runner;
  }

  /** Says that this process lacks the runner, and what to do. */
  String absence() {
    return runner
        + " is not in this jar: give the same options to scripts/run, which builds its own";
  }
}
