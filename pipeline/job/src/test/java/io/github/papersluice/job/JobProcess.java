package io.github.papersluice.job;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The runnable jar in a process of its own. */
public final class JobProcess {
  private static final Path JAR =
      Path.of(System.getProperty("papersluice.jar", "target/dist/lib/papersluice.jar"));

  private Path executable = Path.of(System.getProperty("java.home"), "bin", "java");
  private final List<String> virtualMachineOptions = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();
  private Path folder = Path.of("").toAbsolutePath();

  /** How a process ended. */
  public record Ended(int status, String output) {}

  public JobProcess java(Path otherExecutable) {
    executable = otherExecutable;
    return this;
  }

  public JobProcess option(String option) {
    virtualMachineOptions.add(option);
    return this;
  }

  public JobProcess environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public JobProcess in(Path workingFolder) {
    folder = workingFolder;
    return this;
  }

  /** Starts the job; what it prints goes to a file. */
  public Process start(Path log, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(executable.toString());
    command.addAll(virtualMachineOptions);
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar"));
    command.add(JAR.toAbsolutePath().toString());
    command.addAll(List.of(arguments));
    File output = log.toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.redirectOutput(output).start();
  }

  /** Runs the job to its end. */
  public Ended run(String... arguments) throws IOException, InterruptedException {
    Path log = Files.createTempFile("papersluice", ".log");
    try {
      Process process = start(log, arguments);
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("the job hangs: " + Files.readString(log));
      }
      String output = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      return new Ended(process.exitValue(), output);
    } finally {
      Files.delete(log);
    }
  }

  /** Every file below a folder, as its path there and the hash of its bytes. */
  public static Map<String, String> tree(Path folder) throws IOException {
    Map<String, String> tree = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      paths
          .filter(Files::isRegularFile)
          .forEach(file -> tree.put(folder.relativize(file).toString(), hash(file)));
    }
    return tree;
  }

  private static String hash(Path file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
