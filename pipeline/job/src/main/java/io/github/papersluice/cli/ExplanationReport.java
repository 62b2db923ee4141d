package io.github.papersluice.cli;

import io.github.papersluice.model.Availability;
import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.text.FactExplanation;
import io.github.papersluice.text.links.CodeReason;
import io.github.papersluice.text.links.LinkReason;
import io.github.papersluice.text.sizes.SizeExplanation;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows an explanation to people, a block for each number, link and sentence. */
final class ExplanationReport {
  /** What the rules of owners are called where none matched. */
  private static final String NONE = "NONE";

  private static final String NO_RULE = "no rule matched";

  private final PrintWriter out;

  ExplanationReport(PrintWriter out) {
    this.out = out;
  }

  void print(FactExplanation explanation) {
    long sizes = explanation.numbers().stream().filter(SizeExplanation::isSize).count();
    out.println(count(explanation.numbers().size(), "number") + ", model sizes: " + sizes);
    explanation.numbers().forEach(this::print);
    out.println();
    out.println(count(explanation.links().size(), "link"));
    explanation.links().forEach(this::print);
    out.println();
    out.println("code: " + explanation.codeStatus());
    explanation.code().forEach(this::print);
    if (explanation.code().isEmpty()) {
      line(
          "sentences",
          explanation.codeStatus() == CodeStatus.AVAILABLE
              ? "not asked: a link says it"
              : "none says anything of the paper's own code");
    }
    explanation.links().stream()
        .filter(link -> !link.code().endsWith(" NONE"))
        .forEach(link -> line("link", link.surface() + " (" + link.code() + ")"));
  }

  private static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private void print(SizeExplanation number) {
    out.println();
    out.println(
        String.format(
            Locale.ROOT,
            "  %s  %s %d-%d: %s",
            oneLine(number.surface()),
            number.field().columnName(),
            number.start(),
            number.end(),
            number.isSize()
                ? "a model size, " + number.parameters() + " parameters"
                : "no model size"));
    line(
        "verdict", number.phraseRule() == null ? "not asked: part of a link" : number.phraseRule());
    line("record", number.recordRule() == null ? "not asked: settled above" : number.recordRule());
    if (!number.isSize()) {
      line("not asked", "role, exactness and model, as it is no model size");
      return;
    }
    decided("role", number.role(), number.roleRule());
    decided("exactness", number.exactness(), number.exactnessRule());
    String owner = number.ownerRule();
    decided(
        "model",
        number.model() == null ? "none" : number.model(),
        NONE.equals(owner) ? null : owner);
  }

  private void print(LinkReason link) {
    out.println();
    out.println("  " + oneLine(link.surface()) + "  " + link.field().columnName());
    line("kind", link.kind());
    decided("availability", link.availability(), link.rule());
    line("code", link.code());
    line("sentence", link.sentence());
  }

  private void print(CodeReason code) {
    Availability said = code.said();
    out.println();
    decided("noun", code.noun() + ": " + said, code.rule());
    line("sentence", code.sentence());
  }

  private void decided(String name, Object value, String rule) {
    line(name, value + " (" + (rule == null ? NO_RULE : rule) + ")");
  }

  private void line(String name, Object value) {
    out.println(String.format(Locale.ROOT, "    %-13s %s", name, oneLine(value.toString())));
  }

  /** What a text holds must not look like a line of the report. */
  static String oneLine(String text) {
    return text.replaceAll("[\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029]+", " ");
  }
}
