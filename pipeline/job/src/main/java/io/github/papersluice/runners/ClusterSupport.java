package io.github.papersluice.runners;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.FileStagingOptions;
import org.apache.beam.sdk.options.PipelineOptions;

/** What runners have in common that run the job in other processes, from a jar of their own. */
abstract class ClusterSupport implements RunnerSupport {

  @Override
  public RunnerArguments complete(RunnerArguments arguments) {
    return arguments;
  }

  @Override
  public boolean hasOwnJar() {
    return true;
  }

  /**
   * Keeps the libraries of {@code spark-submit} and the like, which started this process and are on
   * its class path, from being sent to the workers, which have them: only the jar is, that was
   * loaded beside that path.
   */
  @Override
  public void configure(PipelineOptions options) {
    FileStagingOptions staging = options.as(FileStagingOptions.class);
    if (staging.getFilesToStage() == null) {
      jarBeside(System.getProperty("java.class.path"))
          .ifPresent(jar -> staging.setFilesToStage(List.of(jar.toString())));
    }
  }

  /**
   * The jar that this code comes from, if something else than this Java machine's class path led to
   * it.
   *
   * @param classPath the paths of files and folders, separated as this system separates them
   */
  static Optional<Path> jarBeside(String classPath) {
    URI code =
        URI.create(
            ClusterSupport.class.getProtectionDomain().getCodeSource().getLocation().toString());
    if (!"file".equals(code.getScheme())) {
      return Optional.empty();
    }
    Path jar = Path.of(code);
    boolean onClassPath =
        Stream.of(classPath.split(File.pathSeparator))
            .anyMatch(entry -> jar.equals(Path.of(entry).toAbsolutePath().normalize()));
    return onClassPath ? Optional.empty() : Optional.of(jar);
  }
}
