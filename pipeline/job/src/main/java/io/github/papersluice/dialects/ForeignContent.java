package io.github.papersluice.dialects;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text that holds no papers and would be taken for plain text: programs, logs, settings. Told by
 * its first lines; a line of prose among the first ones is enough to leave it to plain text.
 */
final class ForeignContent {
  private static final int LINES = 40;
  private static final int LONGEST_LINE = 400;

  /** One line of each kind of content, as most of its lines are. */
  private record Kind(String name, Pattern line) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "a log",
              Pattern.compile(
                  "\\[?[12][0-9]{3}[-/][0-9]{2}[-/][0-9]{2}[T ][0-9]{2}:[0-9]{2}.*"
                      + "|(?:\\[?(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE)\\]?[ :]).*"
                      + "|[0-9.]+ - - \\[.*")),
          new Kind(
              "a program",
              Pattern.compile(
                  "#!/.*|\\s*(?:import|from|package|#include|using|def|class|function|const|let|var"
                      + "|public|private|return|if|for|while|try|else|export)\\b.*"
                      + "|.*[;{}]\\s*|\\s*(?://|/\\*|\\*|#).*|\\s*[\\w.]+\\s*=\\s*.+"
                      + "|\\s+[\\w.]+\\(.*\\).*|\\s*[\\w.]+\\(.*\\):?")),
          new Kind("settings", Pattern.compile("\\[[\\w.-]+\\]|\\s*[\\w.-]+\\s*[=:]\\s*\\S*.*")));

  private ForeignContent() {}

  static Optional<Recognition> recognise(Head head) {
    int start = head.start();
    if (!maybeForeign(head, start)) {
      return Optional.empty();
    }
    List<String> lines =
        head.text(start, Math.min(head.length(), start + LINES * LONGEST_LINE))
            .lines()
            .filter(line -> !line.isBlank())
            .limit(LINES)
            .toList();
    if (lines.size() < 3) {
      return Optional.empty();
    }
    return KINDS.stream()
        .filter(kind -> lines.stream().allMatch(line -> kind.line().matcher(line).matches()))
        .findFirst()
        .map(kind -> unknown(kind.name()));
  }

  /** Papers' titles begin in upper case or with a digit, and their lines do not end in marks. */
  private static boolean maybeForeign(Head head, int start) {
    if (start == head.length()) {
      return false;
    }
    int end = head.lineEnd(start);
    byte first = head.bytes()[start];
    byte last = head.bytes()[end - 1];
    return first == '#'
        || first == '['
        || first == '/'
        || first == '-'
        || (first >= 'a' && first <= 'z')
        || (first >= '0' && first <= '9')
        || first == '_'
        || last == ';'
        || last == '{'
        || (first >= 'A' && first <= 'Z' && isLevel(head, start));
  }

  private static boolean isLevel(Head head, int start) {
    return head.holds(start, "INFO")
        || head.holds(start, "WARN")
        || head.holds(start, "ERROR")
        || head.holds(start, "DEBUG");
  }

  private static Recognition unknown(String looksLike) {
    return unknown(
        looksLike,
        "It looks like "
            + looksLike
            + ", not like a digest of papers. Leave it out, or name its dialect with --dialect.");
  }

  static Recognition unknown(String reason, String detail) {
    return new Recognition(
        new Dialect("unknown", "in no known dialect", () -> new UnknownDialectReader(detail)),
        reason);
  }
}
