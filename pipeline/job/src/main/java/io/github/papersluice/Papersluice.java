package io.github.papersluice;

import io.github.papersluice.cli.Commands;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The program: {@code main} ends the process with an {@code ExitStatus}. */
public final class Papersluice {
  private Papersluice() {}

  /** Runs a command and ends the process with its exit status. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Commands.prepare(args);
    System.exit(Commands.execute(args, out, err));
  }
}
