package io.github.papersluice.dialects;

import io.github.papersluice.dialects.entries.EntryRecognition;
import io.github.papersluice.dialects.pages.PageRecognition;
import java.util.ArrayList;
import java.util.List;

/**
 * The dialects that are read, and which one a digest is in. That is told by its content alone:
 * structured forms first, then pages; what is neither is plain text, unless it clearly is something
 * else.
 */
public final class Dialects {
  /** Plain text: titles and abstracts with blank lines between them. */
  public static final Dialect PLAIN_TEXT =
      new Dialect(
          "text",
          "plain text: a title, a blank line, an abstract; whatever is in no other dialect",
          PlainTextReader::new);

  private final EntryRecognition entries;
  private final List<Dialect> all;
  private final Recognition chosen;

  private Dialects(DialectChoice choice) {
    this.entries = new EntryRecognition(choice.fields());
    this.all = listed();
    this.chosen =
        choice.dialect() == null
            ? null
            : new Recognition(named(choice.dialect()), "the one that was asked for");
  }

  /**
   * The dialects of a run.
   *
   * @throws IllegalArgumentException if the choice names a dialect or column that does not exist;
   *     the message says which there are
   */
  public static Dialects of(DialectChoice choice) {
    return new Dialects(choice);
  }

  private List<Dialect> listed() {
    List<Dialect> dialects = new ArrayList<>();
    dialects.add(PLAIN_TEXT);
    dialects.addAll(entries.dialects());
    dialects.addAll(PageRecognition.dialects());
    return List.copyOf(dialects);
  }

  /** All dialects: plain text, structured forms, pages. */
  public List<Dialect> all() {
    return all;
  }

  /**
   * A dialect by its name.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public Dialect named(String name) {
    return all.stream()
        .filter(dialect -> dialect.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no dialect " + name));
  }

  /**
   * The dialect of a digest.
   *
   * @param head its beginning
   */
  public Recognition recognise(Head head) {
    if (chosen != null) {
      return chosen;
    }
    return entries
        .recognise(head)
        .or(() -> PageRecognition.recognise(head))
        .or(() -> ForeignContent.recognise(head))
        .orElse(new Recognition(PLAIN_TEXT, "text in no other dialect"));
  }
}
