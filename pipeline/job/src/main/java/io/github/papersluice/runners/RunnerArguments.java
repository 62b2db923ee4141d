package io.github.papersluice.runners;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Arguments for Beam and its runners, {@code --name=value} each. Of several values for one name the
 * last counts, as it does for Beam.
 */
final class RunnerArguments {
  private static final String RUNNER = "runner";

  private final List<String> arguments;

  RunnerArguments(List<String> arguments) {
    this.arguments = List.copyOf(arguments);
  }

  /** The value of an option, if it is given. */
  Optional<String> value(String name) {
    String prefix = "--" + name + "=";
    return arguments.stream()
        .filter(argument -> argument.startsWith(prefix))
        .map(argument -> argument.substring(prefix.length()))
        .reduce((earlier, later) -> later);
  }

  /** The simple name of the runner's class; the Direct Runner's unless another is given. */
  String runner() {
    return value(RUNNER).orElse(DirectSupport.RUNNER);
  }

  /** The argument that chooses a runner. */
  static String choosing(String runner) {
    return "--" + RUNNER + "=" + runner;
  }

  /** The same with a value for an option that has none yet. */
  RunnerArguments withDefault(String name, String value) {
    return value(name).isPresent()
        ? this
        : new RunnerArguments(
            Stream.concat(arguments.stream(), Stream.of("--" + name + "=" + value)).toList());
  }

  String[] toArray() {
    return arguments.toArray(String[]::new);
  }

  List<String> toList() {
    return arguments;
  }
}
