package io.github.papersluice.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.papersluice.evaluation.Mistake.Outcome;
import java.util.List;
import java.util.Locale;

/** Shows scores to people and to machines. Lines end with LF. */
public final class EvaluationReport {
  private static final JsonMapper MAPPER = new JsonMapper();

  private EvaluationReport() {}

  /** A table of the figures, then every mistake with the text around it. */
  public static String text(Scores scores) {
    StringBuilder out = new StringBuilder();
    out.append(scores.gold()).append(": ").append(scores.records()).append(" records\n\n");
    out.append(
        String.format(
            Locale.ROOT,
            "%-12s %9s %6s %6s   %-16s %7s\n",
            "",
            "precision",
            "recall",
            "F1",
            "F1 95 % interval",
            "support"));
    scores.scores().stream()
        .filter(EvaluationReport::isShown)
        .forEach(score -> out.append(row(score)));
    out.append(
        """

        links: same URL and kind. repositories: same owner/name, spelled alike. sizes: exact value
        and exact place. availability: accuracy among the links found, code_status: among the
        records; both where the gold labels hold it. role, model: accuracy among the sizes found.
        Intervals: percentile bootstrap over records.
        """);
    scores.confusions().forEach(confusion -> append(out, confusion));
    for (Measure measure : Measure.values()) {
      appendMistakes(out, measure, scores);
    }
    return out.toString();
  }

  private static boolean isShown(Score score) {
    return score.support() > 0 || !score.measure().isOptional();
  }

  /** A row for each expected value, a column for each found one. */
  private static void append(StringBuilder out, Confusion confusion) {
    out.append(String.format(Locale.ROOT, "\n%-22s", confusion.measure().label() + ", found:"));
    confusion.values().forEach(value -> out.append(String.format(Locale.ROOT, " %9s", value)));
    out.append(String.format(Locale.ROOT, " %9s %9s\n", "recall", "precision"));
    for (String expected : confusion.values()) {
      out.append(String.format(Locale.ROOT, "  expected %-11s", expected));
      for (String found : confusion.values()) {
        out.append(String.format(Locale.ROOT, " %9d", confusion.count(expected, found)));
      }
      Tally tally = confusion.tally(expected);
      out.append(
          String.format(
              Locale.ROOT, " %9s %9s\n", figure(tally.recall()), figure(tally.precision())));
    }
  }

  private static String row(Score score) {
    return String.format(
        Locale.ROOT,
        "%-12s %9s %6s %6s   %-16s %7d\n",
        score.measure().label(),
        figure(score.precision()),
        figure(score.recall()),
        figure(score.f1()),
        figure(score.f1Interval().low()) + " to " + figure(score.f1Interval().high()),
        score.support());
  }

  /** Three decimals, cut and not rounded where rounding would say 1.000 of less. */
  private static String figure(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    double shown = value < 1 ? Math.min(value, 0.999) : value;
    return String.format(Locale.ROOT, "%.3f", shown);
  }

  private static void appendMistakes(StringBuilder out, Measure measure, Scores scores) {
    List<Mistake> mistakes =
        scores.mistakes().stream().filter(mistake -> mistake.measure() == measure).toList();
    if (mistakes.isEmpty()) {
      return;
    }
    out.append("\n").append(measure.label()).append(": ").append(summary(mistakes)).append("\n");
    mistakes.forEach(mistake -> append(out, mistake, scores.gold()));
  }

  private static String summary(List<Mistake> mistakes) {
    long wrong = count(mistakes, Outcome.WRONG);
    return wrong > 0
        ? wrong + " wrong"
        : count(mistakes, Outcome.MISS)
            + " missed, "
            + count(mistakes, Outcome.FALSE_ALARM)
            + " false alarms";
  }

  private static long count(List<Mistake> mistakes, Outcome outcome) {
    return mistakes.stream().filter(mistake -> mistake.outcome() == outcome).count();
  }

  private static void append(StringBuilder out, Mistake mistake, String gold) {
    MarkedText excerpt = mistake.excerpt();
    out.append("\n  ").append(heading(mistake)).append("\n    ").append(gold);
    out.append(" record ").append(mistake.position());
    if (excerpt != null) {
      out.append(" ").append(excerpt.field().columnName());
      out.append(" ").append(excerpt.start()).append("-").append(excerpt.end());
    }
    out.append("\n    ").append(excerpt == null ? titleOf(mistake) : excerpt.text()).append("\n");
    if (mistake.rule() != null) {
      out.append("    by ").append(mistake.rule()).append("\n");
    }
  }

  private static String titleOf(Mistake mistake) {
    return mistake.measure() == Measure.CODE_STATUS
        ? mistake.title()
        : "(nowhere spelled like that) " + mistake.title();
  }

  private static String heading(Mistake mistake) {
    return switch (mistake.outcome()) {
      case MISS -> "MISSED " + mistake.expected();
      case FALSE_ALARM -> "FALSE ALARM " + mistake.found();
      case WRONG -> "GOT " + quoted(mistake.found()) + ", EXPECTED " + quoted(mistake.expected());
    };
  }

  private static String quoted(String value) {
    return value == null ? "none" : "\"" + value + "\"";
  }

  /** The same as a JSON object, its keys in a fixed order, a figure that has no value as null. */
  public static String json(Scores scores) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("gold", scores.gold());
    root.put("records", scores.records());
    root.put("resamples", Bootstrap.RESAMPLES);
    root.put("seed", Bootstrap.SEED);
    ObjectNode measures = root.putObject("measures");
    scores.scores().stream()
        .filter(EvaluationReport::isShown)
        .forEach(score -> put(measures.putObject(score.measure().label()), score));
    if (!scores.confusions().isEmpty()) {
      ObjectNode confusions = root.putObject("confusions");
      scores.confusions().forEach(confusion -> put(confusions, confusion));
    }
    ArrayNode mistakes = root.putArray("mistakes");
    scores.mistakes().forEach(mistake -> put(mistakes.addObject(), mistake));
    return write(root);
  }

  /** Counts by expected value, then by found value. */
  private static void put(ObjectNode root, Confusion confusion) {
    ObjectNode node = root.putObject(confusion.measure().label());
    for (String expected : confusion.values()) {
      ObjectNode counts = node.putObject(expected);
      confusion.values().forEach(found -> counts.put(found, confusion.count(expected, found)));
    }
  }

  private static void put(ObjectNode node, Score score) {
    put(node, "precision", score.precision());
    put(node, "recall", score.recall());
    put(node, "f1", score.f1());
    put(node.putArray("precision_interval"), score.precisionInterval());
    put(node.putArray("recall_interval"), score.recallInterval());
    put(node.putArray("f1_interval"), score.f1Interval());
    node.put("hits", score.hits());
    node.put("found", score.found());
    node.put("support", score.support());
  }

  private static void put(ObjectNode node, String key, double value) {
    node.put(key, orNull(value));
  }

  private static void put(ArrayNode array, Interval interval) {
    array.add(orNull(interval.low())).add(orNull(interval.high()));
  }

  /** JSON has no NaN. */
  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static void put(ObjectNode node, Mistake mistake) {
    node.put("measure", mistake.measure().label());
    node.put("outcome", mistake.outcome().name());
    node.put("record", mistake.position());
    node.put("title", mistake.title());
    node.put("expected", mistake.expected());
    node.put("found", mistake.found());
    MarkedText excerpt = mistake.excerpt();
    node.put("field", excerpt == null ? null : excerpt.field().columnName());
    node.put("start", excerpt == null ? null : (Integer) excerpt.start());
    node.put("end", excerpt == null ? null : (Integer) excerpt.end());
    node.put("text", excerpt == null ? null : excerpt.text());
    if (mistake.rule() != null) {
      node.put("rule", mistake.rule());
    }
  }

  /** Indented by two spaces, lines ended by LF on every system. */
  private static String write(ObjectNode root) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    ObjectWriter writer = MAPPER.writer(printer);
    try {
      return writer.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always written", e);
    }
  }
}
