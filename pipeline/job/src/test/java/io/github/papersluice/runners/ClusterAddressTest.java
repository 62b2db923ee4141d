package io.github.papersluice.runners;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterAddressTest {
  private ServerSocket cluster;
  private int closedPort;

  @BeforeEach
  void listen() throws IOException {
    cluster = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      closedPort = other.getLocalPort();
    }
  }

  @AfterEach
  void close() throws IOException {
    cluster.close();
  }

  private static void require(String... arguments) {
    RunnerArguments given = new RunnerArguments(List.of(arguments));
    for (String runner : List.of("FlinkRunner", "SparkRunner", "DataflowRunner", "DirectRunner")) {
      RunnerSupport.of(runner).orElseThrow().check(given);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--parallelism=2",
        "--flinkMaster=[auto]",
        "--flinkMaster=[local]",
        "--sparkMaster=local[2]",
        "--sparkMaster=yarn",
        "--sparkMaster=k8s://https://cluster.example"
      })
  void where_no_address_is_named_none_is_asked(String argument) {
    require(argument);
  }

  @Test
  void a_cluster_that_answers_will_do() {
    int port = cluster.getLocalPort();
    require("--flinkMaster=127.0.0.1:" + port);
    require("--flinkMaster=http://127.0.0.1:" + port + "/");
    require("--sparkMaster=spark://127.0.0.1:" + port);
    require("--sparkMaster=spark://127.0.0.1:" + closedPort + ",127.0.0.1:" + port);
    require("--flinkMaster=127.0.0.1:" + closedPort, "--flinkMaster=127.0.0.1:" + port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--flinkMaster=", "--sparkMaster=spark://"})
  void where_nobody_answers_the_option_is_bad(String option) {
    String argument = option + "127.0.0.1:" + closedPort;
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> require(argument));
    assertThat(refused.getMessage(), containsString("127.0.0.1:" + closedPort));
    assertThat(refused.getMessage(), containsString("no answer"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--flinkMaster=",
        "--flinkMaster=127.0.0.1:port",
        "--flinkMaster=127.0.0.1:99999",
        "--flinkMaster=a b:1",
        "--sparkMaster=spark://127.0.0.1",
        "--sparkMaster=spark://"
      })
  void what_is_no_address_is_said_to_be_none(String argument) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> require(argument));
    assertThat(refused.getMessage(), containsString("HOST:PORT"));
  }
}
