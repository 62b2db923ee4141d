package io.github.papersluice.text.sizes;

import io.github.papersluice.text.sizes.Mention.Unit;
import java.util.List;

/**
 * Finds the name of the model that a size belongs to, by the shape of names and by where names
 * stand next to numbers; knows no model by name.
 */
final class NameReader {
  private static final int MOST_CLUSTERS = 4;
  private static final int PHRASE = 9;

  private final Tokens tokens;
  private final NameShapes shapes;

  NameReader(Tokens tokens) {
    this.tokens = tokens;
    shapes = new NameShapes(tokens);
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
    byte inner = tokens.kind(before - 1);
    boolean noun =
        tokens.has(before - 1, Words.SCALE | Words.MODEL)
            && !tokens.startsUpper(before - 1);
    return (inner == Tokens.WORD
            && !noun
            && !(tokens.spaced(before - 1) && tokens.has(before - 1, Words.STOP)))
        || inner == Tokens.NUMBER
        || inner == '+';
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
            || (decimal && !mention.unitIsLower))
        && tokens.length(mention.number) < 4;
  }

  // "-A3B" after a name, "3n E2B" after a space.
  private boolean isPrefixPlace(int word, Unit unit) {
    boolean bracket = tokens.is(word - 1, '(') && unit == Unit.BILLION;
    return tokens.spaced(word) || tokens.is(word - 1, '-') || bracket;
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
      int start = extend(first, mention);
      return start < first || end > first ? shapes.text(start, end) : null;
    }
    if (tokens.has(first, Words.VARIANT) && tokens.startsUpper(first)) {
      return shapes.text(extend(first, mention), end);
    }
    return shapes.text(first, end);
  }

  /** The name in "Mistral 7B" or "Llama 3 8B"; null if no name stands before the number. */
  String spacedName(Mention mention) {
    if (mention.attached || (!tokens.spaced(mention.first) && !tokens.is(mention.first - 1, '$'))) {
      return null;
    }
    return spacedName(mention.first, mention);
  }

  private String spacedName(int number, Mention mention) {
    int last = number - 1;
    while (tokens.is(last, '$') || tokens.is(last, '{')) {
      last--;
    }
    if (tokens.is(last, '-') && tokens.spaced(last)) {
      last--;
    }
    if (!shapes.isWordOrNumber(last) && !tokens.is(last, '+')) {
      return null;
    }
    int first = shapes.clusterStart(last);
    if (!isNameBefore(first, last, mention)) {
      return null;
    }
    int start = extend(first, mention);
    return tokens.is(start, Tokens.NUMBER) && start == last
        ? null
        : shapes.text(start, shapes.withoutSize(first, last));
  }

  private boolean isNameBefore(int first, int last, Mention mention) {
    if (tokens.is(first, Tokens.NUMBER)) {
      return shapes.clusterBefore(first) < first
          && isNamePart(shapes.clusterBefore(first), first - 1, mention);
    }
    return isNamePart(first, last, mention);
  }

  private boolean isNamePart(int first, int last, Mention mention) {
    if (first > last || shapes.isGeneric(first, last)) {
      return false;
    }
    if (shapes.isStrong(first, last) || (first < last && tokens.startsUpper(first))) {
      return true;
    }
    if (!tokens.startsUpper(first)) {
      return mention.unitIsLower
          && !mention.unitIsWord
          && mention.unit == Unit.BILLION
          && !tokens.has(last, Words.VERB)
          && first == last
          && tokens.is(first, Tokens.WORD);
    }
    return !isOrdinary(first);
  }

  // A capital alone makes no name of a sentence's first word in -ing or -ed, nor of a title's word
  // behind an article.
  boolean isOrdinary(int word) {
    if (tokens.has(word, Words.VARIANT)) {
      return tokens.has(word - 1, Words.DETERMINER | Words.STOP)
          || shapes.isSentenceStart(word);
    }
    if (shapes.isSentenceStart(word)
        && (shapes.endsWith(word, "ing")
            || shapes.endsWith(word, "ed")
            || shapes.endsWith(word, "ly")
            || tokens.has(word + 1, Words.MODEL))) {
      return true;
    }
    for (int before = word - 1; before > word - 4; before--) {
      if (tokens.isWord(before, "a") || tokens.isWord(before, "an")) {
        return true;
      }
      if (!tokens.startsUpper(before)) {
        return false;
      }
    }
    return false;
  }

  /** Where a name of several words begins whose last one begins at a token. */
  int extend(int first, Mention mention) {
    int start = first;
    for (int step = 0; step < MOST_CLUSTERS; step++) {
      int before = shapes.clusterBefore(start);
      if (before == start || !continues(before, start, mention)) {
        return start;
      }
      start = before;
    }
    return start;
  }

  private boolean continues(int before, int start, Mention mention) {
    if (tokens.is(before, Tokens.NUMBER)) {
      return (tokens.has(start, Words.VARIANT) || tokens.startsUpper(start))
          && shapes.clusterEnd(before) == before
          && tokens.length(before) <= 4
          && shapes.clusterBefore(before) < before
          && isNamePart(shapes.clusterBefore(before), before - 1, mention);
    }
    if (!isNamePart(before, start - 1, mention)) {
      return false;
    }
    boolean named =
        tokens.is(start, Tokens.NUMBER)
            || tokens.has(start, Words.VARIANT)
            || shapes.isVersion(start);
    return named
        || ((!shapes.isSentenceStart(before) || shapes.isStrong(before, start - 1))
            && tokens.startsUpper(before)
            && tokens.startsUpper(start)
            && (!shapes.isStrong(start, start) || shapes.isCompound(before, start - 1)));
  }

  /** The name in "a 65.8M parameter CNN3D" or "a 7B LLaMA model"; null if none follows. */
  String followingName(Mention mention) {
    int token = mention.last + 1;
    while (tokens.is(token, '-')
        || tokens.is(token, '$')
        || tokens.has(token, Words.PARAMETER)
        || tokens.isWord(token, "sized")
        || tokens.isWord(token, "scale")) {
      token++;
    }
    if (tokens.isWord(token, "for") && tokens.has(token - 1, Words.PARAMETER)) {
      token++;
    }
    if (tokens.isWord(token, "of") && token == mention.last + 1) {
      token++;
    }
    String direct = nameAt(token);
    if (direct != null) {
      return direct;
    }
    return namedAfter(token);
  }

  private String nameAt(int first) {
    if (!tokens.startsUpper(first) || !tokens.spaced(first)) {
      return null;
    }
    int last = shapes.clusterEnd(first);
    boolean acronym = first == last && !shapes.isMixed(first);
    return acronym
            || shapes.isGeneric(first, last)
            || !shapes.isStrong(first, last)
            || shapes.isHyphened(first, last)
            || shapes.hasLowerPart(first, last)
            || tokens.has(first, Words.VARIANT)
            || shapes.isPlural(last)
        ? null
        : shapes.text(first, last);
  }

  // "a 7B model named X", "our 7B model, X, ", "a 7B language model (X)".
  private String namedAfter(int start) {
    for (int token = start; token < start + 8; token++) {
      if (tokens.has(token, Words.MODEL) && nameAt(token + 1) != null) {
        return nameAt(token + 1);
      }
      if (tokens.has(token, Words.NAMING)) {
        int first = shapes.skipMarks(token + 1);
        return tokens.startsUpper(first) ? shapes.text(first, shapes.clusterEnd(first)) : null;
      }
      if (tokens.is(token, '(') || tokens.is(token, ',')) {
        return tokens.has(token - 1, Words.MODEL)
            ? enclosedName(token + 1, tokens.kind(token))
            : null;
      }
      if ((!tokens.is(token, Tokens.WORD) && !tokens.is(token, '-'))
          || tokens.has(token, Words.STOP)) {
        return null;
      }
    }
    return null;
  }

  /** The name in "our model, X, has" or "our model X has"; null if none follows the noun. */
  String nameOf(int noun) {
    return tokens.is(noun + 1, ',') ? enclosedName(noun + 2, (byte) ',') : nameAt(noun + 1);
  }

  private String enclosedName(int start, byte opening) {
    int first = shapes.skipMarks(start);
    if (!tokens.startsUpper(first)) {
      return null;
    }
    int last = shapes.clusterEnd(first);
    int after = last + 1;
    while (tokens.is(after, '}')) {
      after++;
    }
    boolean closed = opening == '(' ? tokens.is(after, ')') : tokens.is(after, ',');
    return closed
            && shapes.isStrong(first, last)
            && !shapes.isGeneric(first, last)
            && !shapes.isPlural(last)
        ? shapes.text(first, shapes.withoutSize(first, last))
        : null;
  }

  /** The name before a bracket that holds the number: "Prithvi (650M)", "OLMo models (1B". */
  String bracketedName(Mention first) {
    int bracket = first.first - 1;
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
    return open && nameAt(first.last + 1) == null && !isPurpose(bracket - 1)
        ? nameEndingAt(bracket - 1, first)
        : null;
  }

  /** First token of the run of characters before the bracket that holds the number. */
  int bracketedStart(Mention mention) {
    int last = mention.first - 1;
    while (last > mention.first - PHRASE && !tokens.is(last, '(')) {
      last--;
    }
    return shapes.clusterStart(last - 1);
  }

  // The name may be followed by what it is: "OLMo architectures (", "Qwen-2.5 family (".
  String nameEndingAt(int end, Mention mention) {
    int last = end;
    while ((last > end - 4
            && tokens.spaced(last)
            && tokens.has(
                last, Words.MODEL | Words.SCALE | Words.SERIES))
        || tokens.is(last, '}')
        || tokens.is(last, '$')
        || tokens.is(last, '*')
        || tokens.is(last, '"')
        || tokens.is(last, '\'')) {
      last--;
    }
    if (!shapes.isWordOrNumber(last) && !(tokens.is(last, '+') && tokens.glued(last))) {
      return null;
    }
    int first = shapes.clusterStart(last);
    if (isSeveral(last, end) && isCoordinated(first)) {
      return null;
    }
    int before = shapes.clusterBefore(first);
    if (first == last
        && tokens.has(last, Words.VARIANT)
        && before < first
        && shapes.isStrong(before, first - 1)
        && isNamePart(before, first - 1, mention)) {
      return shapes.text(before, last);
    }
    boolean name =
        tokens.is(first, Tokens.NUMBER)
            ? shapes.clusterBefore(first) < first
                && isNamePart(shapes.clusterBefore(first), first - 1, mention)
            : isNamePart(first, last, mention)
                && (tokens.startsUpper(first) || shapes.isStrong(first, last));
    int start = name ? extend(first, mention) : first;
    boolean variant = start == first && first == last && tokens.has(last, Words.VARIANT);
    return name && !variant ? shapes.text(start, shapes.withoutSize(first, last)) : null;
  }

  // "models for Bangla (1B": what the models are for.
  private boolean isPurpose(int last) {
    return tokens.is(last, Tokens.WORD)
        && !shapes.isStrong(last, last)
        && tokens.isWord(last - 1, "for")
        && tokens.has(last - 2, Words.MODEL);
  }

  // A plural noun after the name: "families", "family models".
  private boolean isSeveral(int name, int end) {
    int noun = tokens.has(end + 1, Words.MODEL) ? end + 1 : end;
    return noun > name
        && tokens.is(noun, Tokens.WORD)
        && tokens.at(noun, tokens.length(noun) - 1) == 's';
  }

  // "X and Y models": the numbers are those of neither alone.
  boolean isCoordinated(int first) {
    boolean joiner =
        tokens.isWord(first - 1, "and")
            || tokens.isWord(first - 1, "or")
            || tokens.is(first - 1, '&');
    int before = tokens.is(first - 2, ',') ? first - 3 : first - 2;
    return joiner
        && shapes.isWordOrNumber(before)
        && tokens.startsUpper(shapes.clusterStart(before));
  }

  /** The name that the number's phrase explains: "X, a 7B model", "X is a 7B", "X: A 7B". */
  String explainedName(Mention first) {
    int token = first.first - 1;
    int limit = token - PHRASE;
    while (token > limit
        && !tokens.isWord(token, "a")
        && !tokens.isWord(token, "an")
        && !tokens.isWord(token, "the")) {
      byte kind = tokens.kind(token);
      boolean adjective =
          (kind == Tokens.WORD && !tokens.has(token, Words.STOP))
              || tokens.has(token, Words.TRAINING | Words.MORE)
              || kind == '-'
              || kind == ','
              || kind == '$'
              || kind == Tokens.ABOUT
              || kind == '{';
      if (!adjective) {
        return null;
      }
      token--;
    }
    return token > limit ? nameBeforeArticle(token - 1, first) : null;
  }

  String nameBeforeArticle(int end, Mention mention) {
    byte kind = tokens.kind(end);
    boolean link =
        kind == ','
            || kind == ':'
            || kind == Tokens.DASH
            || tokens.isWord(end, "is")
            || tokens.isWord(end, "as")
            || (kind == '-' && tokens.spaced(end));
    if (!link) {
      return null;
    }
    int last = end - 1;
    if (kind == ':'
        && (tokens.has(last, Words.MODEL | Words.SCALE)
            || tokens.isWord(end + 1, "the"))) {
      return null;
    }
    if (kind == ',' && isMeans(shapes.clusterStart(last) - 1)) {
      return null;
    }
    if (tokens.is(last, ')')) {
      last = closingName(last);
    }
    // "Our largest model, X, is a 7B"
    if (tokens.is(last, ',')
        && tokens.isWord(end, "is")
        && tokens.is(shapes.clusterStart(last - 1) - 1, ',')) {
      last--;
    }
    return last < 0 ? null : nameEndingAt(last, mention);
  }

  // "When trained with X, a 7B model": the model is another one than X.
  private boolean isMeans(int token) {
    return tokens.isWord(token, "with")
        || tokens.isWord(token, "using")
        || tokens.isWord(token, "by")
        || tokens.isWord(token, "via")
        || tokens.isWord(token, "on");
  }

  /** "Masked Autoencoder (MAE-X) with": the short name that a bracket gives a model. */
  String acronymBefore(int bracket) {
    int last = closingName(bracket);
    if (last < 0) {
      return null;
    }
    int first = shapes.clusterStart(last);
    return tokens.has(first - 2, Words.MODEL)
            && tokens.startsUpper(first)
            && !tokens.is(bracket + 1, ',')
            && !shapes.isGeneric(first, last)
            && !shapes.isPlural(last)
        ? shapes.text(first, shapes.withoutSize(first, last))
        : null;
  }

  // "Dynamic Programming Language Model (DPLM), a 7B": the short name in the bracket.
  private int closingName(int bracket) {
    int last = bracket - 1;
    if (!shapes.isWordOrNumber(last)) {
      return -1;
    }
    return tokens.is(shapes.clusterStart(last) - 1, '(') ? last : -1;
  }
}
