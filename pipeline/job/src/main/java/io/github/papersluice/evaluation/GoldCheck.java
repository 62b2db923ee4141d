package io.github.papersluice.evaluation;

import java.util.List;
import java.util.Locale;

/** Makes sure that gold labels are the labels of the records that are to be scored. */
final class GoldCheck {
  private final GoldLabels gold;

  GoldCheck(GoldLabels gold) {
    this.gold = gold;
  }

  /** Titles come before the count: the first record that differs tells more than a number. */
  void check(List<EvaluatedRecord> records) throws EvaluationException {
    for (int position = 1; position <= Math.min(records.size(), gold.size()); position++) {
      check(position, records.get(position - 1));
    }
    if (records.size() > gold.size()) {
      String title = records.get(gold.size()).title();
      throw fault(
          "%s: labels for %d records, but the digest has %d; the first without labels is \"%s\"",
          gold.name(), gold.size(), records.size(), title);
    }
    if (records.size() < gold.size()) {
      int first = records.size() + 1;
      throw fault(
          "%s: labels for %d records, but the digest has %d; the first too many is \"%s\"",
          gold.place(first), gold.size(), records.size(), gold.title(first));
    }
  }

  private void check(int position, EvaluatedRecord record) throws EvaluationException {
    if (!sameTitle(gold.title(position), record.title())) {
      throw fault(
          "%s: the title is \"%s\", but record %d of the digest is \"%s\"",
          gold.place(position), gold.title(position), position, record.title());
    }
    List<GoldSize> sizes = gold.records().get(position - 1).sizes();
    if (sizes == null) {
      return;
    }
    for (int i = 0; i < sizes.size(); i++) {
      check(position, i + 1, sizes.get(i), record.text(sizes.get(i).field()));
    }
  }

  private void check(int position, int number, GoldSize size, String text)
      throws EvaluationException {
    String there = cut(text, size.start(), size.end());
    if (!there.equals(size.surface())) {
      throw fault(
          "%s: size %d: \"%s\" does not stand at %d-%d of the %s, but \"%s\"",
          gold.place(position),
          number,
          size.surface(),
          size.start(),
          size.end(),
          size.field().columnName(),
          there);
    }
  }

  private static EvaluationException fault(String format, Object... values) {
    return new EvaluationException(String.format(Locale.ROOT, format, values));
  }

  /** The code points from start to end, as far as the text has them. */
  private static String cut(String text, int start, int end) {
    int length = text.codePointCount(0, text.length());
    int from = text.offsetByCodePoints(0, Math.min(start, length));
    int to = text.offsetByCodePoints(0, Math.min(end, length));
    return text.substring(from, to);
  }

  /** Equal but for white space: a digest may wrap a title where the labels do not. */
  static boolean sameTitle(String gold, String title) {
    return spaced(gold).equals(spaced(title));
  }

  private static String spaced(String title) {
    StringBuilder spaced = new StringBuilder();
    title
        .codePoints()
        .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
        .filter(c -> c != ' ' || (!spaced.isEmpty() && spaced.charAt(spaced.length() - 1) != ' '))
        .forEach(spaced::appendCodePoint);
    return spaced.toString().stripTrailing();
  }
}
