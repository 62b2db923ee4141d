package io.github.papersluice.text.sizes;

import io.github.papersluice.model.Exactness;
import io.github.papersluice.model.SizeRole;
import io.github.papersluice.text.rules.RuleList;
import io.github.papersluice.text.sizes.Mention.Verdict;
import java.util.List;

/** The rules of this room, read when the first number is judged by them. */
final class SizeRules {
  /** Whether a number looks like a code. */
  static final RuleList<Verdict> CODE =
      RuleList.read(Words.LEXICON, "code.rules", Verdict.class, Known.NAMES);

  /** Whether a list of numbers is one of sizes. */
  static final RuleList<Verdict> VERDICT =
      RuleList.read(Words.LEXICON, "verdict.rules", Verdict.class, Known.NAMES);

  /** How a number is qualified. */
  static final RuleList<Exactness> EXACTNESS =
      RuleList.read(Words.LEXICON, "exactness.rules", Exactness.class, List.of());

  /** What the numbers of a list count. */
  static final RuleList<SizeRole> ROLE =
      RuleList.read(Words.LEXICON, "role.rules", SizeRole.class, List.of());

  /** What one number counts, whatever its list does; {@link #LARGER_OF_TWO} is a flag. */
  static final RuleList<SizeRole> OWN_ROLE =
      RuleList.read(Words.LEXICON, "own-role.rules", SizeRole.class, List.of("larger-of-two"));

  /** The number is the first and larger one of a list of two. */
  static final long LARGER_OF_TWO = 1;

  private SizeRules() {}
}
