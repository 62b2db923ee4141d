package io.github.papersluice.runners;

import io.github.papersluice.cli.CommandException;
import io.github.papersluice.cli.ExitStatus;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a cluster listens that arguments name. The runners try an address that nobody answers for
 * minutes, and fail with a stack trace: so it is asked once, before anything else.
 */
public final class ClusterAddress {
  private static final String FLINK_OPTION = "--flinkMaster=";
  private static final String SPARK_OPTION = "--sparkMaster=";
  private static final String SPARK_SCHEME = "spark://";

  /** Flink inside this process, or where Flink's own command line says. */
  private static final Set<String> NO_FLINK_ADDRESS = Set.of("[auto]", "[local]", "[collection]");

  private static final int FLINK_PORT = 8081;
  private static final int TIMEOUT_MILLIS = 5_000;

  private ClusterAddress() {}

  /**
   * Tries to connect to the cluster, if there is one.
   *
   * @throws CommandException if the address is none, or nobody answers there within seconds
   */
  public static void requireReachable(List<String> arguments) {
    last(arguments, FLINK_OPTION)
        .filter(master -> !NO_FLINK_ADDRESS.contains(master))
        .map(master -> master.replaceFirst("^https?://", "").replaceFirst("/+$", ""))
        .ifPresent(address -> requireOneOf(FLINK_OPTION, Stream.of(address)));
    last(arguments, SPARK_OPTION)
        .filter(master -> master.startsWith(SPARK_SCHEME))
        .map(master -> master.substring(SPARK_SCHEME.length()))
        .ifPresent(addresses -> requireOneOf(SPARK_OPTION, Stream.of(addresses.split(",", -1))));
  }

  private static Optional<String> last(List<String> arguments, String option) {
    return arguments.stream()
        .filter(argument -> argument.startsWith(option))
        .map(argument -> argument.substring(option.length()))
        .reduce((earlier, later) -> later);
  }

  private static void requireOneOf(String option, Stream<String> addresses) {
    CommandException failure = null;
    for (InetSocketAddress address : addresses.map(text -> parse(option, text)).toList()) {
      try (Socket socket = new Socket()) {
        socket.connect(address, TIMEOUT_MILLIS);
        return;
      } catch (IOException e) {
        failure = unreachable(option, address, e);
      }
    }
    throw failure;
  }

  private static InetSocketAddress parse(String option, String address) {
    try {
      URI uri = new URI("tcp://" + address);
      int port = uri.getPort() == -1 && option.equals(FLINK_OPTION) ? FLINK_PORT : uri.getPort();
      if (uri.getHost() != null && port > 0 && port < 1 << 16) {
        return new InetSocketAddress(uri.getHost(), port);
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new CommandException(
        ExitStatus.BAD_OPTIONS, option + address + " is no address: give HOST:PORT");
  }

  private static CommandException unreachable(
      String option, InetSocketAddress address, IOException reason) {
    String words =
        address.isUnresolved() ? "there is no such host" : "nobody answers: " + reason.getMessage();
    return new CommandException(
        ExitStatus.BAD_OPTIONS,
        option
            + address.getHostString()
            + ":"
            + address.getPort()
            + " cannot be reached ("
            + words
            + "): check the address, and that the cluster is up",
        reason);
  }
}
