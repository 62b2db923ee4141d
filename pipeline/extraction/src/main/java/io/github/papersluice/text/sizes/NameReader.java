package io.github.papersluice.text.sizes;

import io.github.papersluice.text.sizes.Mention.Unit;
import java.util.List;

/** Reads the name that stands directly before a number: joined to it, before it, or before "(". */
final class NameReader {
  private static final int PHRASE = 9;

  private static final WordSet TRACKS =
      WordSet.of("track tracks category categories tier division league group");

  private static final WordSet MEASURES =
      WordSet.of("fid accuracy bleu map auc perplexity score scores iou miou dice psnr wer");

  private final Tokens tokens;
  private final NameShapes shapes;
  private final NameBounds bounds;
  private final NameEnds ends;

  NameReader(FieldNames field) {
    tokens = field.tokens;
    shapes = field.shapes;
    bounds = field.bounds;
    ends = field.ends;
  }

  /** Sets where the run of characters around a number begins and whether a name is joined to it. */
  void locate(Mention mention) {
    mention.cluster = shapes.clusterStart(mention.first);
    mention.attached = mention.cluster < mention.first && isJoinedName(mention);
  }

  private boolean isJoinedName(Mention mention) {
    int before = mention.first - 1;
    byte kind = tokens.kind(before);
    if (kind == Tokens.WORD) {
      return isGluedName(mention);
    }
    boolean separator = kind == '-' || kind == '_' || kind == ':';
    if (!separator || !tokens.glued(before) || tokens.isWord(before - 1, "sub")) {
      return false;
    }
    if (before - 2 == mention.cluster && isSize(before - 2)) {
      return false;
    }
    byte inner = tokens.kind(before - 1);
    boolean noun =
        tokens.has(before - 1, Words.SCALE | Words.MODEL) && !tokens.startsUpper(before - 1);
    return (inner == Tokens.WORD
            && !noun
            && !(tokens.spaced(before - 1) && tokens.has(before - 1, Words.STOP)))
        || inner == Tokens.NUMBER
        || inner == '+';
  }

  // "685B-1T": a range of sizes, and no name.
  private boolean isSize(int number) {
    return tokens.is(number, Tokens.NUMBER) && tokens.has(number + 1, Words.UNIT);
  }

  /** What is joined to the number on its left, to compare names; empty if nothing is. */
  String stem(Mention mention) {
    return mention.attached ? shapes.text(mention.cluster, mention.first - 1) : "";
  }

  /** "Llama7B", "A3B", "E2B": letters directly before the number, and not a code such as "P3B". */
  boolean isGluedName(Mention mention) {
    int word = mention.first - 1;
    if (mention.unit != Unit.BILLION && mention.unit != Unit.MILLION) {
      return false;
    }
    byte letter = tokens.at(word, 0);
    if (tokens.length(word) == 1) {
      return (letter == 'A' || letter == 'E' || letter == 'a') && isPrefixPlace(word, mention.unit);
    }
    boolean decimal = tokens.length(mention.number) == 3 && tokens.at(mention.number, 1) == '.';
    return mention.unit == Unit.BILLION
        && ((tokens.length(word) >= 3 && shapes.hasLower(word))
            || isSecondPart(word)
            || (decimal && !mention.unitIsLower))
        && tokens.length(mention.number) < 4;
  }

  // "Foo-VL3B": capitals behind a name's hyphen
  private boolean isSecondPart(int word) {
    return tokens.length(word) == 2
        && tokens.startsUpper(word)
        && tokens.is(word - 1, '-')
        && tokens.glued(word)
        && tokens.glued(word - 1)
        && tokens.is(word - 2, Tokens.WORD)
        && shapes.hasLower(word - 2);
  }

  // "-A3B" after a name, "3n E2B" after a space.
  private boolean isPrefixPlace(int word, Unit unit) {
    boolean bracket = tokens.is(word - 1, '(') && unit == Unit.BILLION;
    return tokens.spaced(word)
        || tokens.is(word - 1, '-')
        || bracket
        || NumberReader.isTotalBeforeActive(tokens, word);
  }

  /** The name in "Llama2-70B" or "Qwen3-30B-A3B"; null if none is joined to the number. */
  String attachedName(Mention mention, List<Mention> mentions, int index) {
    if (!mention.attached) {
      return null;
    }
    int end = mention.first - 1;
    for (int i = index - 1; i >= 0 && mentions.get(i).first >= mention.cluster; i--) {
      if (mentions.get(i).model != null || mentions.get(i).unit == Unit.BILLION) {
        return mentions.get(i).model;
      }
    }
    if (isLonePrefix(end)) {
      end--;
    }
    while (end >= mention.cluster && !shapes.isWordOrNumber(end) && !tokens.is(end, '+')) {
      end--;
    }
    if (tokens.is(mention.cluster, Tokens.NUMBER)
        && tokens.is(mention.cluster - 1, '/')
        && index > 0) {
      return withoutVersion(mentions.get(index - 1).model);
    }
    return end < mention.cluster
        ? spacedName(mention.cluster, mention)
        : extended(mention.cluster, end, mention);
  }

  // "LLaMA 3.1-405B/3.3-70B": the second version stands for the name with it.
  private static String withoutVersion(String name) {
    int end = name == null ? -1 : name.lastIndexOf(' ');
    return end > 0 && end + 1 < name.length() && Character.isDigit(name.charAt(end + 1))
        ? name.substring(0, end)
        : name;
  }

  private boolean isLonePrefix(int token) {
    return tokens.is(token, Tokens.WORD)
        && tokens.length(token) == 1
        && (tokens.spaced(token) || !shapes.isWordOrNumber(token - 1));
  }

  // "LLaMA 3.1-405B": a name that begins with a digit goes on to the left.
  private String extended(int first, int end, Mention mention) {
    if (tokens.is(first, Tokens.NUMBER)) {
      int start = bounds.extend(first, mention);
      return start < first || end > first ? shapes.text(start, end) : null;
    }
    return tokens.startsUpper(first)
        ? shapes.text(bounds.extend(first, mention), end)
        : shapes.text(first, end);
  }

  /** The name in "Mistral 7B" or "Llama 3 8B"; null if no name stands before the number. */
  String spacedName(Mention mention) {
    int before = mention.first - 1;
    boolean separate =
        tokens.spaced(mention.first)
            || tokens.is(before, '$')
            || isSign(before)
            || (tokens.is(before, '-')
                && (tokens.is(before - 1, '}') || tokens.is(before - 1, '$')));
    if (mention.attached || !separate) {
      return null;
    }
    return spacedName(mention.first, mention);
  }

  private String spacedName(int number, Mention mention) {
    int last = number - 1;
    while (tokens.is(last, '$') || tokens.is(last, '{') || isSign(last)) {
      last--;
    }
    boolean brace = tokens.is(last - 1, '}') || tokens.is(last - 1, '$');
    if (tokens.is(last, '-') && (tokens.spaced(last) || tokens.spaced(last + 1) || brace)) {
      last--;
    }
    String formula = ends.formulaName(last);
    if (formula != null) {
      return formula;
    }
    while (tokens.is(last, '}')) {
      last--;
    }
    if (!shapes.isWordOrNumber(last) && !tokens.is(last, '+')) {
      return null;
    }
    int first = shapes.clusterStart(last);
    if (!isNameBefore(first, last, mention)) {
      return null;
    }
    int start = bounds.extend(first, mention);
    return tokens.is(start, Tokens.NUMBER) && start == last
        ? null
        : shapes.text(start, shapes.withoutSize(first, last));
  }

  // "Foo +90M", "Foo ~90M"
  private boolean isSign(int token) {
    return tokens.is(token, Tokens.ABOUT)
        || (tokens.is(token, '+') && tokens.spaced(token) && tokens.glued(token + 1));
  }

  private boolean isNameBefore(int first, int last, Mention mention) {
    if (tokens.is(first, Tokens.NUMBER)) {
      return shapes.clusterBefore(first) < first
          && bounds.isNamePart(shapes.clusterBefore(first), first - 1, mention);
    }
    return bounds.isNamePart(first, last, mention);
  }

  /** The name before a bracket that holds the number: "Prithvi (650M)", "OLMo models (1B". */
  String bracketedName(Mention first) {
    int bracket = first.first - 1;
    int inner = tokens.is(bracket, ',') ? shapes.clusterStart(bracket - 1) : first.first;
    if (isInner(inner)) {
      bracket = inner - 1;
    }
    while (bracket > first.first - PHRASE && !tokens.is(bracket, '(') && !tokens.is(bracket, '[')) {
      byte kind = tokens.kind(bracket);
      boolean within =
          (kind == Tokens.WORD && !tokens.startsUpper(bracket))
              || kind == '$'
              || kind == Tokens.NUMBER
              || tokens.has(bracket, Words.UNIT)
              || kind == Tokens.ABOUT
              || kind == '<'
              || kind == '>'
              || kind == '.'
              || kind == ','
              || kind == '='
              || kind == '{'
              || kind == '}';
      if (!within) {
        return null;
      }
      bracket--;
    }
    boolean open = tokens.is(bracket, '(') || tokens.is(bracket, '[');
    // "FID 1.04 (1.0B FooDiT)": the bracket has a name of its own.
    if (!open || bounds.nameAt(first.last + 1) != null || isPurpose(bracket - 1)) {
      return null;
    }
    if (isTrack(bracket, first.last)) {
      return null;
    }
    int before = tokens.is(bracket - 1, '-') ? bracket - 2 : bracket - 1;
    boolean other = isMeasuredOn(before) || (opensRange(first) && ends.isLastOfSeveral(before));
    String name = other ? null : ends.nameEndingAt(before, first);
    return name == null && isInner(inner)
        ? ends.nameEndingAt(shapes.clusterEnd(inner), first)
        : name;
  }

  // "the Efficient (8B parameters) track"
  private boolean isTrack(int bracket, int number) {
    for (int token = number + 1; token < number + 4; token++) {
      if (tokens.is(token, ')')) {
        return TRACKS.has(tokens, token + 1) && shapes.isCapitalised(bracket - 1);
      }
    }
    return false;
  }

  // "270M to 27B"
  private boolean opensRange(Mention mention) {
    int next = mention.last + 1;
    boolean dash = tokens.is(next, '-') || tokens.is(next, Tokens.DASH);
    return (dash || tokens.isWord(next, "to")) && tokens.is(next + 1, Tokens.NUMBER);
  }

  // "2.1 FID on ImageNet (1.4B parameters)": the data on which the measure was taken
  private boolean isMeasuredOn(int last) {
    return tokens.is(last, Tokens.WORD)
        && tokens.spaced(last)
        && tokens.isWord(last - 1, "on")
        && MEASURES.has(tokens, last - 2);
  }

  // "a small model (Foo, 2B)"
  private boolean isInner(int first) {
    return tokens.startsUpper(first) && tokens.is(first - 1, '(');
  }

  /** First token of the run of characters before the bracket that holds the number. */
  int bracketedStart(Mention mention) {
    int last = mention.first - 1;
    while (last > mention.first - PHRASE && !tokens.is(last, '(')) {
      last--;
    }
    return shapes.clusterStart(last - 1);
  }

  // "models for Bangla (1B": what the models are for.
  private boolean isPurpose(int last) {
    return tokens.is(last, Tokens.WORD)
        && !shapes.isStrong(last, last)
        && tokens.isWord(last - 1, "for")
        && tokens.has(last - 2, Words.MODEL);
  }
}
