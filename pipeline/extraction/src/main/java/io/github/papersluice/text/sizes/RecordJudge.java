package io.github.papersluice.text.sizes;

import io.github.papersluice.text.sizes.Mention.Unit;
import io.github.papersluice.text.sizes.Mention.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Settles the numbers of one field that were left open, by what both fields of a record say. */
final class RecordJudge {
  private final NameReader names;
  private final SentenceContext sentence;
  private final List<Mention> mentions;

  private final Set<Long> counts = new HashSet<>();
  private final Set<String> stems = new HashSet<>();
  private final Set<String> dataStems = new HashSet<>();
  private final Set<String> datasets = new HashSet<>();

  RecordJudge(NameReader names, SentenceContext sentence, List<Mention> mentions) {
    this.names = names;
    this.sentence = sentence;
    this.mentions = mentions;
  }

  /**
   * Takes note of a verdict.
   *
   * @param datasetNext whether a word for a data set follows
   */
  void note(Mention mention, boolean datasetNext) {
    if (mention.verdict == Verdict.YES) {
      counts.add(mention.parameters);
      stems.add(names.stem(mention));
    } else if (mention.verdict == Verdict.NO && mention.attached) {
      dataStems.add(names.stem(mention));
      if (datasetNext) {
        datasets.add(fullName(mention));
      }
    }
  }

  private String fullName(Mention mention) {
    return names.stem(mention) + mention.parameters;
  }

  /** Decides what was left open, by what this field and the other one say. */
  void settle(RecordJudge other) {
    for (Mention mention : mentions) {
      if (mention.attached
          && (datasets.contains(fullName(mention)) || other.datasets.contains(fullName(mention)))) {
        mention.decide(RecordRule.CALLED_A_DATA_SET);
      }
    }
    // Twice, as the first pass may count what an earlier number needs.
    settleOpen(other);
    settleOpen(other);
  }

  private void settleOpen(RecordJudge other) {
    for (int i = 0; i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      if (mention.verdict == Verdict.OPEN) {
        mention.decide(rule(mention, other));
        if (mention.verdict == Verdict.OPEN && isBesideSize(i)) {
          mention.decide(RecordRule.BESIDE_A_SIZE);
        }
        if (mention.verdict == Verdict.YES) {
          counts.add(mention.parameters);
        }
      }
    }
  }

  private RecordRule rule(Mention mention, RecordJudge other) {
    if (counts.contains(mention.parameters) || other.counts.contains(mention.parameters)) {
      return RecordRule.SAME_COUNT;
    }
    String stem = names.stem(mention);
    if (!stem.isEmpty()) {
      if (dataStems.contains(stem) || other.dataStems.contains(stem)) {
        return RecordRule.NAME_OF_DATA;
      }
      boolean usual = mention.unit != Unit.THOUSAND && mention.unit != Unit.TRILLION;
      if (usual && (stems.contains(stem) || other.stems.contains(stem))) {
        return RecordRule.NAME_OF_A_MODEL;
      }
    }
    return sentence.isAboutModels(mention)
        ? RecordRule.SENTENCE_ON_MODELS
        : RecordRule.NOTHING_TELLS;
  }

  // Of two names beside each other both have a size if one has.
  private boolean isBesideSize(int index) {
    Mention mention = mentions.get(index);
    return mention.unit == Unit.MILLION
        && ((index > 0 && sentence.areBeside(mentions.get(index - 1), mention))
            || (index + 1 < mentions.size()
                && sentence.areBeside(mention, mentions.get(index + 1))));
  }
}
