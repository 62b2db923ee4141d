package io.github.papersluice.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command that ran in this process, and what it left. */
public record CommandLineSession(int status, String out, String err) {

  public static CommandLineSession run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Commands.execute(arguments, new PrintWriter(out), new PrintWriter(err));
    return new CommandLineSession(status, out.toString(), err.toString());
  }
}
