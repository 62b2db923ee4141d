package io.github.papersluice;

import java.util.List;
import java.util.Optional;

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
