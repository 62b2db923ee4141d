package io.github.papersluice.evaluation;

import io.github.papersluice.model.TextField;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where a text may hold a link, given its canonical URL only. */
final class LinkPlace {
  private static final Pattern SCHEME = Pattern.compile("^https?://");

  private LinkPlace() {}

  /** The first place that spells the link, in whole or by its repository, or null. */
  static MarkedText find(EvaluatedRecord record, GoldLink link) {
    for (String spelling : spellings(link)) {
      for (TextField field : TextField.values()) {
        MarkedText excerpt = find(field, record.text(field), spelling);
        if (excerpt != null) {
          return excerpt;
        }
      }
    }
    return null;
  }

  private static List<String> spellings(GoldLink link) {
    String bare = SCHEME.matcher(link.url().value()).replaceFirst("");
    String latex = bare.replace("_", "\\_").replace("%", "\\%").replace("#", "\\#");
    String path = link.repository() == null ? bare : link.repository();
    return List.of(link.url().value(), bare, latex, path);
  }

  private static MarkedText find(TextField field, String text, String spelling) {
    Matcher matcher =
        Pattern.compile(spelling, Pattern.LITERAL | Pattern.CASE_INSENSITIVE).matcher(text);
    if (!matcher.find()) {
      return null;
    }
    int start = text.codePointCount(0, matcher.start());
    return MarkedText.of(
        field, text, start, start + text.codePointCount(matcher.start(), matcher.end()));
  }
}
