package io.github.papersluice.text.links;

import io.github.papersluice.bytes.ByteSearch;
import io.github.papersluice.model.Link;
import io.github.papersluice.model.PaperMetadata;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.TextField;
import io.github.papersluice.model.Utf8Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds links in text, with and without a scheme, in prose, LaTeX and Markdown.
 *
 * <p>Every link holds a dot within its host, so dots are the trigger: from each one that may stand
 * in a host, {@link LinkReader} looks left and right, never behind what has been looked at. The
 * time is linear in the text's length whatever the text holds.
 */
public final class LinkScanner {
  private LinkScanner() {}

  /**
   * Every mention of a link, repeated ones too.
   *
   * @param text one field
   * @return the mentions in the text's order, none overlapping; immutable and empty where there are
   *     none
   */
  public static List<LinkMention> mentions(Utf8Text text) {
    byte[] array = text.array();
    int last = text.end() - 1;
    List<LinkMention> mentions = null;
    LinkReader reader = null;
    int floor = text.start();
    int dot = ByteSearch.indexOf(array, floor, last, (byte) '.');
    while (dot < last) {
      int next = dot + 1;
      if (mayStandInHost(array, floor, dot, last)) {
        reader = reader == null ? new LinkReader(array, text.end()) : reader;
        LinkMention mention = reader.read(floor, dot);
        floor = reader.end();
        next = floor;
        if (mention != null) {
          mentions = mentions == null ? new ArrayList<>(2) : mentions;
          mentions.add(mention);
        }
      }
      dot = ByteSearch.indexOf(array, next, last, (byte) '.');
    }
    return mentions == null ? List.of() : List.copyOf(mentions);
  }

  /**
   * The distinct links of a record, each at its first mention. Two mentions are one link if they
   * differ only in the scheme, {@code www.}, the host's case, a slash at the end, or the case of a
   * GitHub repository's name.
   *
   * @param title the record's title
   * @param abstractText its abstract
   * @return title before abstract, in the text's order; immutable
   */
  public static List<Link> links(Utf8Text title, Utf8Text abstractText) {
    List<LinkMention> inTitle = mentions(title);
    List<LinkMention> inAbstract = mentions(abstractText);
    if (inTitle.isEmpty() && inAbstract.isEmpty()) {
      return List.of();
    }
    RecordLinks links = new RecordLinks(null);
    links.add(TextField.TITLE, title, inTitle);
    links.add(TextField.ABSTRACT, abstractText, inAbstract);
    return links.distinct();
  }

  /**
   * The distinct links of a record as in {@link #links}, and what it says of its own code:
   * AVAILABLE or PROMISED by a link to it or by its words alone ("code will be released"), else
   * NONE. A link to a place that hosts code counts unless its clause names another artefact only
   * ("our data set is at github.com/...") or says that the thing is used; any other link counts if
   * its clause names code.
   *
   * <p>The authors' comment is read as the text is. The fields for the addresses of the code and of
   * the project are taken at their word: what they lead to is AVAILABLE, and so is the code unless
   * title, abstract or comment promise it for later.
   *
   * @param title the record's title
   * @param inTitle its mentions, as {@link #mentions} gave them
   * @param abstractText the record's abstract
   * @param inAbstract its mentions
   * @param metadata the record's further fields
   * @return never null; links of the title, the abstract, the comment, the code's address and the
   *     project's address, in this order
   */
  public static LinkFacts facts(
      Utf8Text title,
      List<LinkMention> inTitle,
      Utf8Text abstractText,
      List<LinkMention> inAbstract,
      PaperMetadata metadata) {
    RecordLinks links = new RecordLinks(null);
    read(links, title, inTitle, abstractText, inAbstract, metadata);
    return new LinkFacts(links.distinct(), links.code().status());
  }

  /** Why {@link #facts} judges a record's links and code as it does. */
  public static LinkExplanation explain(PaperText paper) {
    Reasons reasons = new Reasons();
    RecordLinks links = new RecordLinks(reasons);
    Utf8Text title = paper.title();
    Utf8Text abstractText = paper.abstractText();
    read(links, title, mentions(title), abstractText, mentions(abstractText), paper.metadata());
    return reasons.explanation(links.code().status());
  }

  private static void read(
      RecordLinks links,
      Utf8Text title,
      List<LinkMention> inTitle,
      Utf8Text abstractText,
      List<LinkMention> inAbstract,
      PaperMetadata metadata) {
    links.add(TextField.TITLE, title, inTitle);
    links.add(TextField.ABSTRACT, abstractText, inAbstract);
    links.code().addSentences(TextField.TITLE, title, inTitle);
    links.code().addSentences(TextField.ABSTRACT, abstractText, inAbstract);
    if (metadata.comment() != null) {
      Utf8Text comment = Utf8Text.of(metadata.comment());
      List<LinkMention> inComment = mentions(comment);
      links.add(TextField.COMMENT, comment, inComment);
      links.code().addSentences(TextField.COMMENT, comment, inComment);
    }
    addAddress(links, TextField.CODE_URL, metadata.codeUrl());
    addAddress(links, TextField.PROJECT_URL, metadata.projectUrl());
  }

  private static void addAddress(RecordLinks links, TextField field, String value) {
    if (value != null) {
      Utf8Text text = Utf8Text.of(value);
      links.addAddresses(field, text, mentions(text));
    }
  }

  /**
   * A quick no for most dots: a sentence's last one, and a decimal point unless its digits follow a
   * slash ({@code http://10.0.0.1}).
   */
  private static boolean mayStandInHost(byte[] array, int floor, int dot, int last) {
    int next = array[dot + 1];
    if (UrlCharacters.isDigit(next) && dot > floor && UrlCharacters.isDigit(array[dot - 1])) {
      return followsSlash(array, floor, dot);
    }
    return UrlCharacters.isAlphanumeric(next)
        || UrlCharacters.isBeyondAscii(next)
        || (next == '$' && StraySpaces.isMathDot(array, floor, dot + 1, last + 1))
        || (next == ' ' && StraySpaces.topLevelEnd(array, dot + 2, last + 1) > 0);
  }

  private static boolean followsSlash(byte[] array, int floor, int dot) {
    int i = dot;
    while (i > floor && UrlCharacters.isDigit(array[i - 1])) {
      i--;
    }
    return i > floor && array[i - 1] == '/';
  }
}
