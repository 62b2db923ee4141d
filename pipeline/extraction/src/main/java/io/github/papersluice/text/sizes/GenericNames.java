package io.github.papersluice.text.sizes;

/** Says what looks like a name and is none: kinds of models, methods, words made of a name. */
final class GenericNames {
  /** Ways to train or to use a model. */
  private static final WordSet METHODS =
      WordSet.of(
          "rag rlhf rlvr dpo grpo ppo sft rft lora qlora dora peft icl cot kd ptq qat ar nar mcts");

  /** The first half of what is no name. */
  private static final WordSet PREFIXES =
      WordSet.of(
          "multi cross bi dual auto graph meta sub self pre post single teacher visual audio video"
              + " neural deep state time");

  private final Tokens tokens;
  private final NameShapes shapes;

  GenericNames(Tokens tokens, NameShapes shapes) {
    this.tokens = tokens;
    this.shapes = shapes;
  }

  // "Foo-Reasoner", and not "Cross-Encoder" or "Vision-Transformer".
  private boolean isNamedNoun(int first, int last) {
    boolean before =
        last == first + 2
            ? tokens.startsUpper(first) && shapes.hasLower(first)
            : last > first + 2 && shapes.isStrong(first, last - 2);
    return before
        && tokens.is(last - 1, '-')
        && tokens.startsUpper(last)
        && tokens.has(last, Words.MODEL)
        && !shapes.endsWith(last, "s")
        && !tokens.has(first, Words.MODEL | Words.MODALITY | Words.FIELD | Words.VARIANT)
        && !PREFIXES.has(tokens, first)
        && !tokens.has(first - 1, Words.DETERMINER);
  }

  // "Jina-VLM": an acronym for a kind of model ends the name of one.
  private boolean isNamedKind(int first, int last) {
    return first < last
        && tokens.startsUpper(first)
        && (tokens.is(last - 1, '-') || tokens.is(last - 1, Tokens.NUMBER))
        && tokens.has(last, Words.MODEL)
        && (shapes.allUpper(last) || shapes.isMixed(last))
        && !tokens.has(first, Words.MODEL | Words.MODALITY);
  }

  /** No name but a kind of model, "LLMs" or "MLLM-based", or an ordinary word. */
  boolean isGeneric(int first, int last) {
    if (isNamedKind(first, last) || isNamedNoun(first, last)) {
      return false;
    }
    if (isDerived(first, last)) {
      return true;
    }
    if (tokens.has(
        last, Words.MODEL | Words.PARAMETER | Words.SCALE | Words.DATA | Words.DATASET)) {
      return true;
    }
    if (first == last) {
      return METHODS.has(tokens, first)
          || tokens.has(
              first,
              Words.STOP
                  | Words.DETERMINER
                  | Words.JOINER
                  | Words.ABOUT
                  | Words.MORE
                  | Words.LESS
                  | Words.MERE
                  | Words.LABEL
                  | Words.ACTIVE
                  | Words.TRAINED
                  | Words.UNIT
                  | Words.MODALITY
                  | Words.TRAINING
                  | Words.NAMING
                  | Words.FIELD);
    }
    boolean hyphened = tokens.is(first + 1, '-');
    return (hyphened
            && tokens.has(first, Words.MODEL)
            && tokens.is(last, Tokens.WORD)
            && !tokens.startsUpper(last))
        || (hyphened
            && tokens.is(last, Tokens.WORD)
            && !tokens.startsUpper(last)
            && !tokens.has(last, Words.VARIANT)
            && !shapes.isMixed(first)
            && shapes.hasLower(first));
  }

  /** "GPT-4-based", "X-trained", "Llama-style": made of a name, and none. */
  boolean isDerived(int first, int last) {
    return first < last
        && tokens.is(last, Tokens.WORD)
        && tokens.is(last - 1, '-')
        && !tokens.startsUpper(last)
        && (shapes.endsWith(last, "ed")
            || shapes.endsWith(last, "like")
            || shapes.endsWith(last, "style"));
  }
}
