package io.github.papersluice.text.links;

import io.github.papersluice.model.Availability;
import io.github.papersluice.model.TextField;
import io.github.papersluice.text.rules.Rule;
import io.github.papersluice.text.rules.RuleList;
import java.util.List;

/**
 * What one sentence says of the paper's code: each noun that may name a program is judged by {@code
 * program.rules} (another's, or no program) and {@code statement.rules} (given away now, or
 * promised); {@code later.rules} put off what is given away.
 */
final class CodeSentence {

  /** What {@code program.rules} decide on. */
  enum Owner {
    NOT_ITS_OWN
  }

  /** What {@code later.rules} decide on. */
  enum Time {
    LATER
  }

  static final RuleList<Owner> PROGRAMS =
      RuleList.read(ReleaseWords.LEXICON, "program.rules", Owner.class, List.of());
  static final RuleList<Availability> STATEMENTS =
      RuleList.read(ReleaseWords.LEXICON, "statement.rules", Availability.class, List.of("title"));
  static final RuleList<Time> TIMES =
      RuleList.read(ReleaseWords.LEXICON, "later.rules", Time.class, List.of());

  private static final boolean[] PLACES = places();
  private static final boolean[] OCCASIONS = ReleaseWords.members("OCCASION");

  private Rule<Availability> rule;
  private Rule<Time> time;
  private int place;

  private static boolean[] places() {
    boolean[] places = ReleaseWords.members("CODE");
    for (String name : List.of("PROGRAM", "PLACE", "OPENING")) {
      boolean[] members = ReleaseWords.members(name);
      for (int i = 0; i < places.length; i++) {
        places[i] |= members[i];
      }
    }
    return places;
  }

  /** Whether a noun names a program that may be the paper's. */
  static boolean isOwnProgram(SentenceTokens tokens, int token) {
    return PROGRAMS.first(tokens, token, token, 0) == null;
  }

  /** The rule that decided on the sentence read last, or null. */
  Rule<Availability> rule() {
    return rule;
  }

  /** The rule by which what the sentence gives away is put off, or null. */
  Rule<Time> time() {
    return time;
  }

  /** The token that {@link #rule} judged. */
  int place() {
    return place;
  }

  /** What the sentence read last says: that code is there, else that it will be, else UNKNOWN. */
  Availability said() {
    if (rule == null) {
      return Availability.UNKNOWN;
    }
    return time == null ? rule.value() : Availability.PROMISED;
  }

  /** Reads a sentence. */
  Availability read(SentenceTokens tokens, TextField field) {
    rule = null;
    time = null;
    long flags = field == TextField.TITLE ? 1 : 0;
    for (int i = 0; i < tokens.count(); i++) {
      int symbol = tokens.symbol(i);
      if (PLACES[symbol]) {
        judge(tokens, i, flags);
      } else if (OCCASIONS[symbol] && time == null) {
        time = TIMES.first(tokens, i, i, 0);
      }
    }
    return said();
  }

  private void judge(SentenceTokens tokens, int token, long flags) {
    if (said(rule) == Availability.AVAILABLE || !isOwnProgram(tokens, token)) {
      return;
    }
    Rule<Availability> found = STATEMENTS.first(tokens, token, token, flags);
    Availability said = said(found);
    if (said == Availability.AVAILABLE || (said == Availability.PROMISED && rule == null)) {
      rule = found;
      place = token;
    }
  }

  private static Availability said(Rule<Availability> rule) {
    return rule == null || rule.value() == null ? Availability.UNKNOWN : rule.value();
  }
}
