package io.github.papersluice.text.links;

import io.github.papersluice.model.Availability;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.text.rules.Rule;
import io.github.papersluice.text.rules.RuleList;
import java.util.List;

/**
 * What a text says of the thing behind each link in it, by {@code availability.rules}: the words
 * around the link in its sentence decide, and for a link that is a sentence of its own, those of
 * the sentence before.
 */
final class LinkAvailability {
  static final RuleList<LinkSaying> RULES =
      RuleList.read(ReleaseWords.LEXICON, "availability.rules", LinkSaying.class, List.of());

  private static final boolean[] CODE = ReleaseWords.members("CODE");
  private static final boolean[] DATA = ReleaseWords.members("DATA");

  private final Utf8Text text;
  private final List<LinkMention> mentions;
  private final SentenceTokens tokens;

  private int token;
  private Rule<LinkSaying> rule;
  private Availability availability = Availability.UNKNOWN;

  /** A reader of the links of a text, from the first to the last. */
  LinkAvailability(Utf8Text text, List<LinkMention> mentions, SentenceTokens tokens) {
    this.text = text;
    this.mentions = mentions;
    this.tokens = tokens;
  }

  /** The tokens of the sentence that holds the link read last. */
  SentenceTokens tokens() {
    return tokens;
  }

  /** Which of them is the link. */
  int token() {
    return token;
  }

  /** The rule that decided on the link read last, or null if none did. */
  Rule<LinkSaying> rule() {
    return rule;
  }

  /** Reads the next link. */
  Availability read(int index) {
    LinkMention mention = mentions.get(index);
    if (index == 0 || mention.endByte() > tokens.to()) {
      readSentence(index, mention.startByte());
    }
    token = tokens.at(mention.startByte());
    rule = RULES.first(tokens, token, token, 0);
    availability = said(index);
    return availability;
  }

  private void readSentence(int index, int at) {
    int from = Sentence.start(text.array(), text.start(), at);
    int to = Sentence.end(text.array(), mentions.get(index).endByte(), text.end());
    int first = index;
    while (first > 0 && mentions.get(first - 1).startByte() >= from) {
      first--;
    }
    if (first > 0) {
      from = Math.max(from, mentions.get(first - 1).endByte());
    }
    tokens.read(text.array(), from, to, mentions, first);
  }

  private Availability said(int index) {
    if (rule == null || rule.value() == null) {
      return Availability.UNKNOWN;
    }
    return switch (rule.value()) {
      case AVAILABLE -> Availability.AVAILABLE;
      case PROMISED -> Availability.PROMISED;
      case UNKNOWN -> Availability.UNKNOWN;
      case AS_BEFORE -> availability;
      case SENTENCE_BEFORE -> saidBefore(index);
    };
  }

  /** What the sentence before a link says, if it speaks of code or data. */
  private Availability saidBefore(int index) {
    LinkMention link = mentions.get(index);
    int floor = index == 0 ? text.start() : mentions.get(index - 1).endByte();
    int from = Sentence.start(text.array(), floor, Math.max(floor, tokens.from() - 1));
    SentenceTokens before = new SentenceTokens();
    before.read(text.array(), from, link.endByte(), mentions, index);
    int place = before.at(link.startByte());
    if (!namesCodeOrData(before, place)) {
      return Availability.UNKNOWN;
    }
    Rule<LinkSaying> found = RULES.first(before, place, place, 0);
    LinkSaying saying = found == null ? LinkSaying.UNKNOWN : found.value();
    return switch (saying) {
      case AVAILABLE -> Availability.AVAILABLE;
      case PROMISED -> Availability.PROMISED;
      default -> Availability.UNKNOWN;
    };
  }

  private static boolean namesCodeOrData(SentenceTokens tokens, int to) {
    for (int i = 0; i < to; i++) {
      if (CODE[tokens.symbol(i)] || DATA[tokens.symbol(i)]) {
        return true;
      }
    }
    return false;
  }
}
