package io.github.papersluice.text.links;

import io.github.papersluice.model.Availability;
import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.TextField;
import io.github.papersluice.model.Utf8Text;
import java.util.List;

/**
 * What a record says of its own code.
 *
 * <p>The clearest statement decides: that the code is there, then that it will be, then what only
 * suggests that it is there. A statement is
 *
 * <ul>
 *   <li>a sentence, by {@code statement.rules} ("our code is publicly available");
 *   <li>a link whose clause names code ("code and demo: page");
 *   <li>a link to a place that hosts code, if its clause names no other artefact, such as data, and
 *       does not say that the thing is used: this suggests the paper's code;
 *   <li>the field for the address of the code, which suggests it, too.
 * </ul>
 */
final class CodeStatements {
  private final SentenceTokens tokens;
  private final CodeSentence sentence = new CodeSentence();
  private final LinkedCode linked = new LinkedCode();
  private final Reasons reasons;
  private int sentenceEnd;
  private int nextMention;
  private boolean available;
  private boolean promised;
  private boolean suggested;

  /**
   * A judge of one record.
   *
   * @param reasons takes down what is decided, or null
   */
  CodeStatements(SentenceTokens tokens, Reasons reasons) {
    this.tokens = tokens;
    this.reasons = reasons;
  }

  CodeStatus status() {
    if (available) {
      return CodeStatus.AVAILABLE;
    }
    if (promised) {
      return CodeStatus.PROMISED;
    }
    return suggested ? CodeStatus.AVAILABLE : CodeStatus.NONE;
  }

  /** Takes note of a link whose availability was just read. */
  LinkedCode.Decision addLink(LinkMention mention, LinkAvailability link, Availability said) {
    LinkedCode.Decision decision = linked.decide(mention, link, said);
    available |= decision.status() == CodeStatus.AVAILABLE && decision.certain();
    suggested |= decision.status() == CodeStatus.AVAILABLE;
    promised |= decision.status() == CodeStatus.PROMISED;
    return decision;
  }

  /**
   * Takes note of a field that holds the address of the code or, on a host of code, the project.
   */
  boolean addAddress(TextField field, LinkMention mention) {
    boolean saysCode = field == TextField.CODE_URL || LinkedCode.hostsCode(mention.kind());
    suggested |= saysCode;
    return saysCode;
  }

  /** Takes note of the sentences of a text that speak of code. */
  void addSentences(TextField field, Utf8Text text, List<LinkMention> mentions) {
    if (available) {
      return;
    }
    CodeTrigger trigger = new CodeTrigger(text);
    sentenceEnd = text.start();
    nextMention = 0;
    int at = trigger.next(text.start());
    while (at < text.end() && !available) {
      at = trigger.next(addSentence(field, text, mentions, at));
    }
  }

  private int addSentence(TextField field, Utf8Text text, List<LinkMention> mentions, int at) {
    byte[] array = text.array();
    int from = Sentence.start(array, Math.max(text.start(), sentenceEnd), at);
    sentenceEnd = Math.max(at + 1, Sentence.end(array, at, text.end()));
    while (nextMention < mentions.size() && mentions.get(nextMention).endByte() <= from) {
      nextMention++;
    }
    tokens.read(array, from, sentenceEnd, mentions, nextMention);
    Availability said = sentence.read(tokens, field);
    if (reasons != null) {
      reasons.sentence(field, text, tokens, sentence);
    }
    available |= said == Availability.AVAILABLE;
    promised |= said == Availability.PROMISED;
    return sentenceEnd;
  }
}
