package io.github.papersluice.text.sizes;

import java.util.List;

/**
 * Gives a number without a name that of another one in its sentence that it stands for or beside.
 */
final class Ellipses {
  private static final int COUNTS_APART = 5;
  private static final int SENTENCE = 70;
  private static final int COMPARISON = 4;

  private static final WordSet COMPARED = WordSet.of("over vs versus than against and to");

  private static final WordSet OTHERS = WordSet.of("variant version counterpart sibling");

  private final Tokens tokens;

  Ellipses(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Names what is left without a name, once all others have theirs. */
  void settle(List<Mention> mentions) {
    for (int i = 0; i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      if (mention.model == null && mention.owner == OwnerRule.NONE && !mention.attached) {
        mention.model = nameFor(mentions, i);
        mention.owner = mention.model == null ? OwnerRule.NONE : OwnerRule.OTHER_MENTION;
      }
    }
  }

  private String nameFor(List<Mention> mentions, int index) {
    Mention mention = mentions.get(index);
    Mention next = index + 1 < mentions.size() ? mentions.get(index + 1) : null;
    if (next != null && next.role() != mention.role() && isBeside(mention, next)) {
      return next.model;
    }
    if (index == 0) {
      return null;
    }
    Mention previous = mentions.get(index - 1);
    if (isComparedTo(previous, mention)) {
      return previous.model;
    }
    return isTold(mention) ? sameSize(mentions, index) : null;
  }

  // "a 1B-active, 14B-total Foo"
  private boolean isBeside(Mention left, Mention right) {
    if (right.first - left.last > COUNTS_APART) {
      return false;
    }
    for (int token = left.last + 1; token < right.first; token++) {
      boolean within =
          tokens.is(token, ',')
              || tokens.is(token, '-')
              || tokens.is(token, '/')
              || tokens.has(token, Words.ACTIVE | Words.PARAMETER | Words.JOINER)
              || tokens.isWord(token, "total");
      if (!within) {
        return false;
      }
    }
    return true;
  }

  // "Foo 4B over 1.7B": nothing but the comparison between two sizes, and no noun of its own.
  private boolean isComparedTo(Mention previous, Mention mention) {
    boolean named = previous.owner == OwnerRule.JOINED || previous.owner == OwnerRule.NAME_BEFORE;
    if (!named || mention.first - previous.last > COMPARISON) {
      return false;
    }
    boolean compared = false;
    for (int token = previous.last + 1; token < mention.first; token++) {
      compared |= COMPARED.has(tokens, token);
      if (!COMPARED.has(tokens, token) && !tokens.isWord(token, "its")) {
        return false;
      }
    }
    return compared
        && !tokens.has(mention.last + 1, Words.MODEL)
        && !tokens.is(mention.last + 1, '-');
  }

  // "the 13B gain", "(7B)", "the 405B variant"
  private boolean isTold(Mention mention) {
    return tokens.isWord(mention.first - 1, "the")
        || (tokens.is(mention.first - 1, '(') && tokens.is(mention.last + 1, ')'));
  }

  private String sameSize(List<Mention> mentions, int index) {
    Mention mention = mentions.get(index);
    boolean other = OTHERS.has(tokens, mention.last + 1);
    for (int i = index - 1; i >= 0 && isInSentence(mentions.get(i), mention); i--) {
      Mention earlier = mentions.get(i);
      if (earlier.model != null && (other || earlier.parameters == mention.parameters)) {
        return earlier.model;
      }
    }
    return null;
  }

  private boolean isInSentence(Mention earlier, Mention mention) {
    if (mention.first - earlier.last > SENTENCE) {
      return false;
    }
    for (int token = mention.first; token > earlier.last; token--) {
      if (tokens.endsSentence(token)) {
        return false;
      }
    }
    return true;
  }
}
