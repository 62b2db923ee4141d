package io.github.papersluice.cli;

import io.github.papersluice.query.TerminalText;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/** Prints for people: what a terminal would obey is replaced, whoever wrote it into a digest. */
final class TerminalWriter extends PrintWriter {
  private final PrintWriter data;

  private TerminalWriter(PrintWriter data) {
    super(new Shown(data));
    this.data = data;
  }

  /** A writer for people that ends in the other. */
  static PrintWriter over(PrintWriter writer) {
    return new TerminalWriter(writer);
  }

  /** The writer below, for what a program reads and for the progress line. */
  static PrintWriter data(PrintWriter writer) {
    writer.flush();
    return writer instanceof TerminalWriter terminal ? terminal.data : writer;
  }

  @Override
  public void println() {
    super.println();
    flush();
  }

  private static final class Shown extends FilterWriter {
    private static final boolean ENDS_LINES_WITH_RETURN = System.lineSeparator().startsWith("\r");

    Shown(Writer out) {
      super(out);
    }

    @Override
    public void write(int c) throws IOException {
      out.write(c == '\r' && ENDS_LINES_WITH_RETURN ? c : TerminalText.shown((char) c));
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      for (int i = offset; i < offset + length; i++) {
        write(text[i]);
      }
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
      for (int i = offset; i < offset + length; i++) {
        write(text.charAt(i));
      }
    }
  }
}
