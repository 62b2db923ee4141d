package io.github.papersluice.text.sizes;

import java.util.List;

/** Finds the model that the numbers of a list belong to, by the first of the rules that does. */
final class Owners {
  /** How many tokens two counts of one model are apart at most. */
  private static final int COUNTS_APART = 14;

  private final Tokens tokens;
  private final NameReader names;
  private final Appositions appositions;
  private final FollowingNames following;
  private final Families families;
  private final Subjects subjects;
  private final OpeningAsides asides;
  private final Predicates predicates;

  Owners(FieldNames field, NameReader names, Phrases phrases) {
    this.names = names;
    tokens = field.tokens;
    appositions = new Appositions(field);
    following = new FollowingNames(field);
    Heads heads = new Heads(field, appositions);
    families = new Families(field, heads);
    subjects = new Subjects(field, appositions, heads);
    asides = new OpeningAsides(field, subjects);
    predicates = new Predicates(field, subjects, heads, phrases);
  }

  /** Gives the numbers of a list their owner; those before it have theirs. */
  void assign(List<Mention> mentions, int from, int to) {
    OwnerRule rule = decide(mentions, from, mentions.get(to - 1));
    for (int i = to - 1; i >= from; i--) {
      mentions.get(i).model = mentions.get(from).model;
      mentions.get(i).owner = rule;
    }
  }

  private OwnerRule decide(List<Mention> mentions, int index, Mention last) {
    Mention first = mentions.get(index);
    if (first.attached) {
      first.model = names.attachedName(first, mentions, index);
      return OwnerRule.JOINED;
    }
    for (OwnerRule rule : NEAR) {
      first.model = near(rule, first, last);
      if (first.model != null) {
        return rule;
      }
    }
    if (!predicates.isPredicate(first, last)) {
      return OwnerRule.NONE;
    }
    if (predicates.isShared(first)) {
      return OwnerRule.SHARED;
    }
    for (OwnerRule rule : FAR) {
      first.model = far(rule, first, last, mentions, index);
      if (first.model != null || (rule == OwnerRule.SAID_OF_NAME && predicates.isRelative(first))) {
        return rule;
      }
    }
    return OwnerRule.NONE;
  }

  private static final OwnerRule[] NEAR = {
    OwnerRule.NAME_BEFORE,
    OwnerRule.BRACKET,
    OwnerRule.EXPLAINED,
    OwnerRule.NAME_AFTER,
    OwnerRule.MEMBER_OF,
    OwnerRule.SERIES,
    OwnerRule.OFFERED
  };

  private String near(OwnerRule rule, Mention first, Mention last) {
    return switch (rule) {
      case NAME_BEFORE -> names.spacedName(first);
      case BRACKET -> names.bracketedName(first);
      case EXPLAINED -> appositions.explainedName(first);
      case NAME_AFTER -> following.nameAfter(last);
      case MEMBER_OF -> families.memberName(last);
      case SERIES -> families.seriesName(first);
      default -> families.offeredName(first);
    };
  }

  private static final OwnerRule[] FAR = {
    OwnerRule.SAID_OF_NAME, OwnerRule.OPENING_ASIDE, OwnerRule.SUBJECT, OwnerRule.OTHER_COUNT
  };

  private String far(
      OwnerRule rule, Mention first, Mention last, List<Mention> mentions, int index) {
    return switch (rule) {
      case SAID_OF_NAME -> predicates.directName(first);
      case OPENING_ASIDE -> asides.subject(first, last);
      case SUBJECT ->
          subjects.governingName(first, mentions, index, !predicates.isBracketed(first.first - 1));
      default -> index == 0 ? null : pairedName(first, mentions.get(index - 1));
    };
  }

  // "X has 1.4B parameters but only 50M active ones": two counts of one model.
  private String pairedName(Mention mention, Mention previous) {
    if (mention.role() == previous.role() || mention.first - previous.last > COUNTS_APART) {
      return null;
    }
    for (int token = previous.last + 1; token < mention.first; token++) {
      if (tokens.endsSentence(token) || tokens.startsUpper(token)) {
        return null;
      }
    }
    return previous.model;
  }
}
