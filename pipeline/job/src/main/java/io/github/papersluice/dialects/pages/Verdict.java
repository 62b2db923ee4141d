package io.github.papersluice.dialects.pages;

import io.github.papersluice.model.Rejection.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of a card.
 *
 * @param card the card
 * @param outcome what it is
 * @param reason why it is no paper, else null
 * @param detail the reason in a sentence, else null
 */
record Verdict(Card card, Outcome outcome, Reason reason, String detail) {
  /** What a card can be. */
  enum Outcome {
    PAPER,
    REJECTED,
    /** The same paper stands in another card, with as much text. */
    REPEATED
  }

  /** A title that stands as often over different papers is a label. */
  private static final int OFTEN = 3;

  /** Judges the cards of a page, in their order. */
  static List<Verdict> of(List<Card> cards) {
    Map<String, Card> best = new HashMap<>();
    Map<String, Set<String>> papers = new HashMap<>();
    for (Card card : cards) {
      best.merge(key(card), card, Verdict::fuller);
      papers
          .computeIfAbsent(card.titleKey(), key -> new HashSet<>())
          .add(key(card) + card.abstractText());
    }
    List<Verdict> verdicts = new ArrayList<>(cards.size());
    for (Card card : cards) {
      if (!card.equals(best.get(key(card)))) {
        verdicts.add(new Verdict(card, Outcome.REPEATED, null, null));
      } else {
        verdicts.add(judge(card, papers.get(card.titleKey()).size()));
      }
    }
    return verdicts;
  }

  /** Cards with one title are one paper, unless their identifiers differ. */
  private static String key(Card card) {
    String id = card.metadata().arxivId();
    return card.titleKey() + '|' + (id == null ? "" : id);
  }

  private static Card fuller(Card one, Card other) {
    return one.abstractText().isEmpty() && !other.abstractText().isEmpty() ? other : one;
  }

  private static Verdict judge(Card card, int papersOfTitle) {
    String fault = Plausibility.faultOf(card.title());
    fault = fault == null ? Plausibility.faultOfAbstract(card.abstractText()) : fault;
    if (fault == null && papersOfTitle >= OFTEN) {
      fault = "The title stands over " + papersOfTitle + " different texts: it is a label.";
    }
    if (fault != null) {
      return new Verdict(card, Outcome.REJECTED, Reason.IMPLAUSIBLE_RECORD, fault);
    }
    if (card.abstractText().isEmpty() && !card.isTied()) {
      return new Verdict(
          card,
          Outcome.REJECTED,
          Reason.TITLE_WITHOUT_ABSTRACT,
          "Neither an abstract nor a paper's address follows this title.");
    }
    return new Verdict(card, Outcome.PAPER, null, null);
  }
}
