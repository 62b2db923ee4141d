package io.github.papersluice.evaluation;

import static java.util.stream.Collectors.joining;

import io.github.papersluice.model.Link;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.TextField;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.text.FactExplanation;
import io.github.papersluice.text.links.CodeReason;
import io.github.papersluice.text.links.LinkExplanation;
import io.github.papersluice.text.links.LinkReason;
import io.github.papersluice.text.links.LinkScanner;
import io.github.papersluice.text.sizes.SizeExplanation;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The rule by which a record was judged. The record is judged again for it: where another version
 * of the program made the tables and judged otherwise, no rule is named.
 */
final class DecidingRule {
  private DecidingRule() {}

  /** The rule for what is said of a link, or null. */
  static String ofAvailability(EvaluatedRecord record, Link link) {
    for (LinkReason reason : explain(record).links()) {
      if (reason.field() == link.field()
          && reason.surface().equals(link.surface())
          && reason.availability() == link.availability()) {
        return reason.rule();
      }
    }
    return null;
  }

  /** The rule or the link by which the record has its code status, or null. */
  static String ofCodeStatus(EvaluatedRecord record) {
    LinkExplanation explanation = explain(record);
    if (explanation.codeStatus() != record.codeStatus()) {
      return null;
    }
    for (CodeReason reason : explanation.code()) {
      if (reason.said().name().equals(record.codeStatus().name())) {
        return reason.rule() + " at \"" + reason.noun() + "\"";
      }
    }
    for (LinkReason reason : explanation.links()) {
      if (reason.code().endsWith(" " + record.codeStatus().name())) {
        return reason.code() + ": " + reason.surface();
      }
    }
    return null;
  }

  /** The rules that found a number, or a part of it, to be a size or none; null if not read. */
  static String ofSize(EvaluatedRecord record, TextField field, int start, int end) {
    for (SizeExplanation number : FactExplanation.of(paper(record)).numbers()) {
      if (number.field() == field
          && number.start() < end
          && number.end() > start
          && number.isSize() == record.sizes().stream().anyMatch(size -> isAt(size, number))) {
        return Stream.of(number.phraseRule(), number.recordRule())
            .filter(Objects::nonNull)
            .collect(joining(", then ", "", " at \"" + number.surface() + "\""));
      }
    }
    return null;
  }

  private static boolean isAt(ModelSize size, SizeExplanation number) {
    return size.field() == number.field()
        && size.start() == number.start()
        && size.end() == number.end()
        && size.parameters() == number.parameters();
  }

  private static LinkExplanation explain(EvaluatedRecord record) {
    return LinkScanner.explain(paper(record));
  }

  private static PaperText paper(EvaluatedRecord record) {
    return new PaperText(
        Utf8Text.of(record.title()), Utf8Text.of(record.abstractText()), 0, 0, null, 0);
  }
}
