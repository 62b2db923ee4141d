package io.github.papersluice.runners;

import java.util.List;
import java.util.Set;

/** Apache Flink, inside this process or a cluster of its own. */
public final class FlinkSupport extends ClusterSupport {
  private static final String MASTER = "flinkMaster";

  /** Flink inside this process, or where Flink's own command line says. */
  private static final Set<String> NO_ADDRESS = Set.of("[auto]", "[local]", "[collection]");

  /** Where Flink's REST endpoint listens unless configured otherwise. */
  private static final int DEFAULT_PORT = 8081;

  @Override
  public String runner() {
    return "FlinkRunner";
  }

  @Override
  public void check(RunnerArguments arguments) {
    arguments
        .value(MASTER)
        .filter(master -> !NO_ADDRESS.contains(master))
        .map(master -> master.replaceFirst("^https?://", "").replaceFirst("/+$", ""))
        .ifPresent(address -> ClusterAddress.requireOneOf(MASTER, List.of(address), DEFAULT_PORT));
  }
}
