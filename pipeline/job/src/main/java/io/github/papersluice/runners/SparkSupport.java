package io.github.papersluice.runners;

import java.util.List;

/** Apache Spark, inside this process or a cluster of its own. */
public final class SparkSupport extends ClusterSupport {
  private static final String MASTER = "sparkMaster";
  private static final String SCHEME = "spark://";

  @Override
  public String runner() {
    return "SparkRunner";
  }

  /** Spark takes several masters, of which one must answer: {@code spark://HOST:PORT,HOST:PORT}. */
  @Override
  public void check(RunnerArguments arguments) {
    arguments
        .value(MASTER)
        .filter(master -> master.startsWith(SCHEME))
        .map(master -> master.substring(SCHEME.length()))
        .ifPresent(
            addresses ->
                ClusterAddress.requireOneOf(
                    MASTER, List.of(addresses.split(",", -1)), ClusterAddress.NO_DEFAULT_PORT));
  }
}
