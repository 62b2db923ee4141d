package io.github.papersluice.text.links;

import io.github.papersluice.model.Availability;
import io.github.papersluice.model.Utf8Text;
import java.util.List;

/**
 * What a text says of the thing behind a link in it.
 *
 * <ul>
 *   <li>AVAILABLE: the clause that leads to the link says that the thing can be had, in the present
 *       or the past ("is available at", "we release", "can be found at", "open-sourced"), or points
 *       at it without more ("Code:", "project page:", "our page is", "visit").
 *   <li>PROMISED: the clause stands in the future ("will be released at", "to be released", "we
 *       plan to release", "coming soon"), or sets a condition ("upon acceptance", "after
 *       publication") before or right after the link.
 *   <li>UNKNOWN: neither, as for the source of somebody else's data, or a link without any words.
 * </ul>
 *
 * <p>The clause reaches from the sentence's start, or from the previous link in it, to the link. If
 * it says nothing, what was said of the previous link in the same sentence holds ("at A and B"),
 * else what follows the link ("A is available"); a link that is a sentence of its own takes up what
 * the sentence before it says of the code or data.
 */
final class LinkAvailability {
  private static final int WORDS_AFTER = 9;

  private final byte[] text;
  private final int textStart;
  private final int textEnd;

  LinkAvailability(Utf8Text text) {
    this.text = text.array();
    this.textStart = text.start();
    this.textEnd = text.end();
  }

  /** The words of the clause that leads to a mention. */
  List<String> clause(List<LinkMention> mentions, int index) {
    int start = mentions.get(index).startByte();
    return Sentence.words(text, clauseStart(mentions, index), start);
  }

  private int floor(List<LinkMention> mentions, int index) {
    return index == 0 ? textStart : mentions.get(index - 1).endByte();
  }

  private int clauseStart(List<LinkMention> mentions, int index) {
    return Sentence.start(text, floor(mentions, index), mentions.get(index).startByte());
  }

  /**
   * What is said of a mention.
   *
   * @param clause its clause
   * @param previous what is said of the mention before it; UNKNOWN for the first
   */
  Availability of(
      List<LinkMention> mentions, int index, List<String> clause, Availability previous) {
    List<String> after = wordsAfter(mentions, index);
    if (promisedAfter(after)) {
      return Availability.PROMISED;
    }
    Availability said = ReleaseWords.said(clause, 0, clause.size());
    if (said != Availability.UNKNOWN) {
      return said;
    }
    if (ReleaseWords.deniesRelease(clause)) {
      return Availability.UNKNOWN;
    }
    Availability pointed = pointed(mentions, index, clause, previous);
    return pointed == Availability.UNKNOWN ? ReleaseWords.said(after, 0, after.size()) : pointed;
  }

  private Availability pointed(
      List<LinkMention> mentions, int index, List<String> clause, Availability previous) {
    if (ReleaseWords.isOnlyMarkup(clause)) {
      return withoutWords(mentions, index, previous);
    }
    if (ReleaseWords.pointsAt(clause)) {
      return Availability.AVAILABLE;
    }
    boolean sameSentence = clauseStart(mentions, index) == floor(mentions, index);
    return sameSentence && isList(clause) ? previous : Availability.UNKNOWN;
  }

  /** "and", ", and its demo": at most a few words between two links of one list. */
  private static boolean isList(List<String> clause) {
    return clause.size() <= 6;
  }

  private static boolean promisedAfter(List<String> after) {
    if (after.isEmpty()) {
      return false;
    }
    boolean soon = after.get(0).equals("soon");
    boolean coming =
        after.size() > 1 && after.get(0).equals("coming") && after.get(1).equals("soon");
    int reach = ReleaseWords.isOccasion(after.get(0)) ? after.size() : Math.min(3, after.size());
    return soon || coming || ReleaseWords.promisesOnOccasion(after, 0, reach);
  }

  /** The few words that follow a link in its sentence. */
  private List<String> wordsAfter(List<LinkMention> mentions, int index) {
    int from = mentions.get(index).endByte();
    int limit = index + 1 < mentions.size() ? mentions.get(index + 1).startByte() : textEnd;
    int end = Sentence.end(text, from, limit);
    return Sentence.words(text, from, end, WORDS_AFTER);
  }

  /** A link without words of its own: the text of the link before it, or a sentence by itself. */
  private Availability withoutWords(List<LinkMention> mentions, int index, Availability previous) {
    int floor = floor(mentions, index);
    int clauseStart = clauseStart(mentions, index);
    if (clauseStart == floor) {
      return previous;
    }
    int from = Sentence.start(text, floor, clauseStart - 1);
    List<String> words = Sentence.words(text, from, clauseStart);
    boolean about = ReleaseWords.namesCode(words) || ReleaseWords.namesData(words);
    return about ? ReleaseWords.said(words, 0, words.size()) : Availability.UNKNOWN;
  }
}
