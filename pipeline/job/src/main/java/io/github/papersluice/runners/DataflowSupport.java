package io.github.papersluice.runners;

/** Google Cloud Dataflow. */
public final class DataflowSupport extends ClusterSupport {
  @Override
  public String runner() {
    return "DataflowRunner";
  }

  @Override
  public void check(RunnerArguments arguments) {}
}
