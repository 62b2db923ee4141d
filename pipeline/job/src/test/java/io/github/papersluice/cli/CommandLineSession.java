package io.github.papersluice.cli;

import io.github.papersluice.Papersluice;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A command that ran in this process, and what it left. */
record CommandLineSession(int status, String out, String err) {

  static CommandLineSession run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Papersluice.execute(arguments, new PrintWriter(out), new PrintWriter(err));
    return new CommandLineSession(status, out.toString(), err.toString());
  }
}
