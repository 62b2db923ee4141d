package io.github.papersluice.dialects.entries;

import io.github.papersluice.dialects.Dialect;
import io.github.papersluice.dialects.DialectReader;
import io.github.papersluice.dialects.Head;
import io.github.papersluice.dialects.Recognition;
import io.github.papersluice.dialects.UnknownDialectReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recognises structured forms: containers of entries whose fields have names. */
public final class EntryRecognition {
  private final List<EntryForm> forms;
  private final List<Dialect> dialects;
  private final boolean titleIsNamed;

  /**
   * The structured forms.
   *
   * @param fields paths of fields that come before those of the field map, by the names of columns
   * @throws IllegalArgumentException if a name is no column's
   */
  public EntryRecognition(Map<String, String> fields) {
    this.forms = EntryForm.all(fields);
    this.titleIsNamed = fields.containsKey(Column.TITLE.columnName());
    this.dialects = forms.stream().map(EntryRecognition::dialect).toList();
  }

  private static Dialect dialect(EntryForm form) {
    return new Dialect(form.dialect(), form.description(), () -> reader(form));
  }

  private static DialectReader reader(EntryForm form) {
    return switch (form.container()) {
      case "json", JsonReader.ROWS -> new JsonReader(form);
      case "xml" -> new XmlReader(form);
      case "rows" -> new RowsReader(form);
      case "bibtex" -> new BibtexReader(form);
      case "ris" -> TaggedReader.ris(form);
      case "medline" -> TaggedReader.medline(form);
      case "arxiv-mail" -> new ArxivMailReader(form);
      case "page" -> new PageDataReader(form);
      default -> throw new IllegalStateException(form.container());
    };
  }

  /** The dialects in the order in which they are tried. */
  public List<Dialect> dialects() {
    return dialects;
  }

  /**
   * The dialect of a digest; empty if it is in no structured form.
   *
   * @param head its beginning
   */
  public Optional<Recognition> recognise(Head head) {
    int start = head.start();
    if (start == head.length()) {
      return Optional.empty();
    }
    return switch (head.bytes()[start]) {
      case '{', '[' -> json(head);
      case '<' -> XmlRecognition.isXml(head) ? xml(head) : page(head);
      default -> lines(head).or(() -> rows(head));
    };
  }

  private Dialect named(EntryForm form) {
    return dialects.get(forms.indexOf(form));
  }

  // ---- JSON ----

  private Optional<Recognition> json(Head head) {
    JsonOutline outline = JsonOutline.of(head);
    if (!outline.isJson()) {
      return Optional.empty();
    }
    for (EntryForm form : formsIn("json")) {
      Optional<JsonLayout> layout = JsonLayout.of(outline, new FieldMap(form));
      if (layout.isPresent()) {
        return Optional.of(
            new Recognition(named(form), jsonReason(form, layout.get()), layout.get().lines()));
      }
    }
    if (outline.rows() != null) {
      return Optional.of(
          new Recognition(
              named(formsIn(JsonReader.ROWS).get(0)), "JSON whose values are rows of a table"));
    }
    return outline.objects().isEmpty() ? Optional.empty() : Optional.of(unknownJson(outline));
  }

  private List<EntryForm> formsIn(String container) {
    return forms.stream().filter(form -> form.container().equals(container)).toList();
  }

  private static String jsonReason(EntryForm form, JsonLayout layout) {
    String where =
        layout.lines()
            ? "JSON lines whose objects"
            : layout.path().isEmpty()
                ? "JSON objects that"
                : layout.path().equals(List.of(JsonLayout.ELEMENTS))
                    ? "a JSON array whose objects"
                    : "JSON with papers at " + layout.written() + " that";
    return where + " hold " + held(form);
  }

  private static String held(EntryForm form) {
    List<String> names = new ArrayList<>();
    if (form.when().isEmpty()) {
      names.add(form.paths().get(Column.TITLE).get(0));
    } else {
      names.addAll(form.when().get(0));
    }
    int last = names.size() - 1;
    return last == 0
        ? "a " + names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private static Recognition unknownJson(JsonOutline outline) {
    return unknown(
        "JSON without titles",
        "It is JSON, but its objects have no title that is known; the first one has "
            + String.join(", ", outline.names())
            + ". If they are papers, say which fields hold what: --fields=title=NAME,abstract=NAME.");
  }

  // ---- pages with data ----

  private Optional<Recognition> page(Head head) {
    return formsIn("page").stream()
        .filter(
            form -> PageDataReader.find(head.bytes(), head.length(), new FieldMap(form)) != null)
        .findFirst()
        .map(
            form ->
                new Recognition(
                    named(form), "a page made from JSON whose objects hold " + held(form)));
  }

  // ---- forms that are told by their first lines ----

  private Optional<Recognition> lines(Head head) {
    return LineForms.containerOf(head)
        .map(found -> new Recognition(named(formsIn(found.container()).get(0)), found.reason()));
  }

  // ---- XML and rows ----

  private Optional<Recognition> xml(Head head) {
    if (XmlRecognition.declaresEntities(head)) {
      return Optional.of(XmlRecognition.bomb());
    }
    XmlLayout layout = XmlLayout.of(head);
    for (EntryForm form : formsIn("xml")) {
      Optional<String> name = layout.entryName(new FieldMap(form));
      if (name.isPresent()) {
        return Optional.of(
            new Recognition(
                named(form), "XML whose elements " + name.get() + " hold " + held(form)));
      }
    }
    return Optional.of(XmlRecognition.withoutPapers());
  }

  private Optional<Recognition> rows(Head head) {
    if (!RowLayout.mayBe(head, titleIsNamed)) {
      return Optional.empty();
    }
    for (EntryForm form : formsIn("rows")) {
      Optional<RowLayout> layout = RowLayout.of(head, new FieldMap(form));
      if (layout.isPresent()) {
        return Optional.of(
            new Recognition(
                named(form),
                "a table with "
                    + layout.get().delimiterName()
                    + " between the columns "
                    + String.join(", ", layout.get().names()),
                true));
      }
    }
    return Optional.empty();
  }

  static Recognition unknown(String reason, String detail) {
    return new Recognition(
        new Dialect("unknown", "in no known dialect", () -> new UnknownDialectReader(detail)),
        reason);
  }
}
