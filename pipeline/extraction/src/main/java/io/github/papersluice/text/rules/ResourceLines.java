package io.github.papersluice.text.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The lines of a resource, each with its number from 1. */
record ResourceLines(String file, List<String> lines) {

  /** The lines of a resource beside a class; it must exist. */
  static ResourceLines read(Class<?> room, String resource) {
    try (InputStream in = room.getResourceAsStream(resource)) {
      if (in == null) {
        throw new RuleFileException(resource, 0, "there is no such resource beside " + room);
      }
      return new ResourceLines(resource, lines(new String(in.readAllBytes(), UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  private static List<String> lines(String content) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int end = content.indexOf('\n'); end >= 0; end = content.indexOf('\n', from)) {
      lines.add(content.substring(from, end));
      from = end + 1;
    }
    lines.add(content.substring(from));
    return lines;
  }

  RuleFileException refuse(int line, String problem) {
    return new RuleFileException(file, line, problem);
  }
}
