package io.github.papersluice.dialects.entries;

import io.github.papersluice.dialects.values.ArxivId;
import io.github.papersluice.dialects.values.AuthorNames;
import io.github.papersluice.dialects.values.Doi;
import io.github.papersluice.dialects.values.FieldText;
import io.github.papersluice.dialects.values.IsoDate;
import io.github.papersluice.model.PaperMetadata;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.model.Utf8Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes papers of the fields of entries: for each column the first value that is one, cleaned and
 * in the form of the tables. For one thread.
 */
final class EntryPapers {
  private static final int MOST_KNOWN = 4096;
  private static final int LONGEST_KNOWN = 100;
  private static final Utf8Text EMPTY = new Utf8Text(new byte[0], 0, 0);

  private final FieldMap map;
  private final boolean countsOnly;

  /** The same few sets of subject classes come again and again. */
  private final Map<String, Optional<String>> knownCategories = new HashMap<>();

  private final FieldText title = new FieldText();
  private final FieldText abstractText = new FieldText();
  private EntryFields fields;
  private PaperText paper;
  private Rejection.Reason reason;

  EntryPapers(FieldMap map) {
    this(map, false);
  }

  /**
   * Makes papers by a map.
   *
   * @param countsOnly whether of the metadata only the ids are wanted, to know which paper it is
   */
  EntryPapers(FieldMap map, boolean countsOnly) {
    this.map = map;
    this.countsOnly = countsOnly;
  }

  /** The paper that was made last; its texts are valid until the next one is made. */
  PaperText paper() {
    return paper;
  }

  /** Why the last fields made no paper. */
  Rejection.Reason reason() {
    return reason;
  }

  /** The day that an entry says its digest is of, or null. */
  String digestDate(EntryFields entry) {
    fields = entry;
    return first(Column.DIGEST_DATE, IsoDate::of);
  }

  /** Whether the fields have a title, and something else that a paper has. */
  boolean isPaper(EntryFields entry, boolean titleIsEnough) {
    fields = entry;
    return value(Column.TITLE) >= 0
        && (titleIsEnough
            || value(Column.ABSTRACT) >= 0
            || value(Column.AUTHORS) >= 0
            || arxivId() != null
            || first(Column.DOI, Doi::of) != null);
  }

  /** Whether the fields have an abstract. */
  boolean hasAbstract(EntryFields entry) {
    fields = entry;
    return value(Column.ABSTRACT) >= 0;
  }

  /**
   * Makes a paper.
   *
   * @param entry its fields
   * @param start first byte of the entry in the digest
   * @param end byte after its last one
   * @param heading the digest's date, or null
   * @return null if {@link #paper} is one now; else why not, in a sentence
   */
  String make(EntryFields entry, long start, long end, String heading) {
    fields = entry;
    int titleValue = value(Column.TITLE);
    if (titleValue < 0) {
      return refused(Rejection.Reason.ENTRY_WITHOUT_TITLE, "The entry has no title.");
    }
    Utf8Text titleText = clean(title, titleValue);
    int abstractValue = value(Column.ABSTRACT);
    Utf8Text text =
        abstractValue < 0 ? EMPTY : AbstractPrefix.dropped(clean(abstractText, abstractValue));
    if (isWord(text, "null") || isWord(text, "nan") || isWord(text, "none")) {
      text = EMPTY;
    }
    String fault = Plausibility.fault(titleText, text);
    if (fault != null) {
      return refused(Rejection.Reason.IMPLAUSIBLE_RECORD, fault);
    }
    int replacements = title.replacements() + (abstractValue < 0 ? 0 : abstractText.replacements());
    paper = new PaperText(titleText, text, start, end, heading, replacements, metadata());
    return null;
  }

  private String refused(Rejection.Reason why, String detail) {
    reason = why;
    return detail;
  }

  private PaperMetadata metadata() {
    if (countsOnly) {
      return new PaperMetadata(
          arxivId(), first(Column.DOI, Doi::of), null, null, null, null, null, null, null, null);
    }
    return new PaperMetadata(
        arxivId(),
        first(Column.DOI, Doi::of),
        first(Column.URL, WebAddress::of),
        authors(),
        first(Column.PUBLISHED_DATE, IsoDate::of),
        categories(),
        first(Column.COMMENT, EntryPapers::comment),
        first(Column.CODE_URL, WebAddress::of),
        first(Column.PROJECT_URL, WebAddress::of),
        upvotes());
  }

  private String arxivId() {
    return first(Column.ARXIV_ID, ArxivId::of);
  }

  private static String comment(String value) {
    String text = FieldText.of(value);
    return text.isEmpty() || isNothing(text) ? null : text;
  }

  /** As programs write a value that is not there. */
  private static boolean isNothing(String text) {
    return text.equalsIgnoreCase("none")
        || text.equalsIgnoreCase("null")
        || text.equalsIgnoreCase("nan")
        || text.equalsIgnoreCase("n/a");
  }

  private static boolean isWord(Utf8Text text, String word) {
    return text.length() == word.length() && text.toString().equalsIgnoreCase(word);
  }

  private String authors() {
    for (int slot : map.slots(Column.AUTHORS)) {
      List<String> names =
          fields.texts(slot).stream().map(FieldText::of).filter(n -> !isNothing(n)).toList();
      String joined = names.size() == 1 ? row(names.get(0)) : AuthorNames.ofList(names);
      if (joined != null) {
        return joined;
      }
    }
    return null;
  }

  private String row(String names) {
    return switch (map.form().container()) {
      case "bibtex" -> AuthorNames.ofBibtex(names);
      case "ris", "medline" -> AuthorNames.ofList(List.of(names));
      default -> AuthorNames.ofRow(names);
    };
  }

  private String categories() {
    for (int slot : map.slots(Column.CATEGORIES)) {
      List<String> values = fields.texts(slot);
      if (values.isEmpty()) {
        continue;
      }
      String joined = values.size() == 1 ? known(values.get(0)) : Categories.of(values);
      if (joined != null) {
        return joined;
      }
    }
    return null;
  }

  private String known(String value) {
    if (value.length() > LONGEST_KNOWN) {
      return Categories.of(List.of(value));
    }
    if (knownCategories.size() == MOST_KNOWN) {
      knownCategories.clear();
    }
    return knownCategories
        .computeIfAbsent(value, any -> Optional.ofNullable(Categories.of(List.of(value))))
        .orElse(null);
  }

  private Long upvotes() {
    String digits =
        first(Column.UPVOTES, value -> value.matches("[0-9]{1,12}(?:\\.0)?") ? value : null);
    return digits == null ? null : Long.valueOf(digits.split("\\.", 2)[0]);
  }

  /** The first value of a column that a form can be made of. */
  private String first(Column column, UnaryOperator<String> form) {
    for (int slot : map.slots(column)) {
      for (int i = fields.next(slot, 0); i >= 0; i = fields.next(slot, i + 1)) {
        String made = form.apply(fields.text(i));
        if (made != null) {
          return made;
        }
      }
    }
    return null;
  }

  /** Index of the first value of a column that is not blank, or -1. */
  private int value(Column column) {
    for (int slot : map.slots(column)) {
      for (int i = fields.next(slot, 0); i >= 0; i = fields.next(slot, i + 1)) {
        if (!isBlank(fields.start(i), fields.end(i))) {
          return i;
        }
      }
    }
    return -1;
  }

  private boolean isBlank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (fields.bytes()[i] > ' ' || fields.bytes()[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private Utf8Text clean(FieldText cleaner, int value) {
    return cleaner.clean(fields.bytes(), fields.start(value), fields.end(value));
  }
}
