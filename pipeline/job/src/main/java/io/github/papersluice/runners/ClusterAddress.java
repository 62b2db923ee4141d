package io.github.papersluice.runners;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * Where a cluster listens. The runners try an address where nothing answers for minutes, and fail
 * with a stack trace: so it is tried once, before anything else.
 */
final class ClusterAddress {
  static final int NO_DEFAULT_PORT = -1;

  private static final int TIMEOUT_MILLIS = 5_000;

  private ClusterAddress() {}

  /**
   * Connects to the first of several addresses that answers.
   *
   * @param option the option that names them, for messages
   * @param addresses {@code HOST:PORT}, at least one
   * @param defaultPort for addresses without one, or {@link #NO_DEFAULT_PORT}
   * @throws IllegalArgumentException if an address is malformed, or none answers within seconds
   */
  static void requireOneOf(String option, List<String> addresses, int defaultPort) {
    IllegalArgumentException failure = null;
    for (InetSocketAddress address :
        addresses.stream().map(text -> parse(option, text, defaultPort)).toList()) {
      try (Socket socket = new Socket()) {
        socket.connect(address, TIMEOUT_MILLIS);
        return;
      } catch (IOException e) {
        failure = unreachable(option, address, e);
      }
    }
    throw failure;
  }

  private static InetSocketAddress parse(String option, String address, int defaultPort) {
    try {
      URI uri = new URI("tcp://" + address);
      int port = uri.getPort() == -1 ? defaultPort : uri.getPort();
      if (uri.getHost() != null && port > 0 && port < 1 << 16) {
        return new InetSocketAddress(uri.getHost(), port);
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "--" + option + "=" + address + " is not an address: give HOST:PORT");
  }

  private static IllegalArgumentException unreachable(
      String option, InetSocketAddress address, IOException reason) {
    String words =
        address.isUnresolved() ? "there is no such host" : "no answer: " + reason.getMessage();
    return new IllegalArgumentException(
        "--"
            + option
            + "="
            + address.getHostString()
            + ":"
            + address.getPort()
            + " cannot be reached ("
            + words
            + "): check the address, and that the cluster is up",
        reason);
  }
}
