package io.github.papersluice.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.text.ModelSizeMention.Unit;
import java.util.List;

/**
 * Finds the name of the model that a size belongs to, by the shape of names and by where names
 * stand; knows no model by name.
 */
final class ModelSizeNames {
  private static final int LONGEST_CLUSTER = 40;
  private static final int MOST_CLUSTERS = 4;
  private static final int PHRASE = 9;
  private static final int SENTENCE = 70;

  private final ModelSizeTokens tokens;
  private final boolean title;

  /**
   * Names in one field.
   *
   * @param title whether the field is a title, in which ordinary words have capitals
   */
  ModelSizeNames(ModelSizeTokens tokens, boolean title) {
    this.tokens = tokens;
    this.title = title;
  }

  /** Sets where the run of characters around a number begins and whether a name is joined to it. */
  void locate(ModelSizeMention mention) {
    mention.cluster = clusterStart(mention.first);
    mention.attached = mention.cluster < mention.first && isJoinedName(mention);
  }

  private boolean isJoinedName(ModelSizeMention mention) {
    int before = mention.first - 1;
    byte kind = tokens.kind(before);
    if (kind == ModelSizeTokens.WORD) {
      return isGluedName(mention);
    }
    boolean separator = kind == '-' || kind == '_' || kind == ':';
    if (!separator || !tokens.glued(before) || tokens.isWord(before - 1, "sub")) {
      return false;
    }
    byte inner = tokens.kind(before - 1);
    return (inner == ModelSizeTokens.WORD && !tokens.has(before - 1, ModelSizeWords.STOP))
        || inner == ModelSizeTokens.NUMBER
        || inner == '+';
  }

  /** What is joined to the number on its left, to compare names; empty if nothing is. */
  String stem(ModelSizeMention mention) {
    return mention.attached ? text(mention.cluster, mention.first - 1) : "";
  }

  /** "Llama7B", "A3B", "E2B": letters directly before the number, and not a code such as "P3B". */
  boolean isGluedName(ModelSizeMention mention) {
    int word = mention.first - 1;
    if (mention.unit != Unit.BILLION && mention.unit != Unit.MILLION) {
      return false;
    }
    byte letter = tokens.at(word, 0);
    if (tokens.length(word) == 1) {
      return (letter == 'A' || letter == 'E' || letter == 'a') && isPrefixPlace(word);
    }
    boolean decimal = tokens.length(mention.number) == 3 && tokens.at(mention.number, 1) == '.';
    return mention.unit == Unit.BILLION
        && ((tokens.length(word) >= 3 && hasLower(word)) || (decimal && !mention.unitIsLower))
        && tokens.length(mention.number) < 4;
  }

  // "-A3B" after a name, "3n E2B" after a space.
  private boolean isPrefixPlace(int word) {
    return tokens.spaced(word) || tokens.is(word - 1, '-');
  }

  private boolean hasLower(int word) {
    for (int i = 0; i < tokens.length(word); i++) {
      if (tokens.at(word, i) >= 'a') {
        return true;
      }
    }
    return false;
  }

  // --- clusters: what stands between spaces, brackets and commas ------------------------------

  /** First token of the run that holds a token. */
  int clusterStart(int token) {
    int start = token;
    while (start > token - LONGEST_CLUSTER
        && tokens.glued(start)
        && isNameKind(tokens.kind(start - 1))) {
      start--;
    }
    while (start < token && !isWordOrNumber(start)) {
      start++;
    }
    return start;
  }

  private static boolean isNameKind(byte kind) {
    return kind == ModelSizeTokens.WORD
        || kind == ModelSizeTokens.NUMBER
        || kind == '-'
        || kind == '_'
        || kind == '.'
        || kind == '+'
        || kind == '*'
        || kind == '@'
        || kind == ':'
        || kind == '^';
  }

  private boolean isWordOrNumber(int token) {
    return tokens.is(token, ModelSizeTokens.WORD) || tokens.is(token, ModelSizeTokens.NUMBER);
  }

  private String text(int first, int last) {
    return new String(
        tokens.text(), tokens.start(first), tokens.end(last) - tokens.start(first), UTF_8);
  }

  /** A digit, a capital within a word, or several capitals: "GPT2", "LLaMA", "OPT", "T5". */
  private boolean isStrong(int first, int last) {
    int capitals = 0;
    for (int token = first; token <= last; token++) {
      if (tokens.is(token, ModelSizeTokens.NUMBER) && token > first) {
        return hasLetters(first, last);
      }
      if (tokens.is(token, ModelSizeTokens.WORD)) {
        if (isMixed(token)) {
          return true;
        }
        capitals += tokens.startsUpper(token) ? 1 : 0;
        capitals += allUpper(token) ? 1 : 0;
      }
    }
    return capitals > 1;
  }

  private boolean hasLetters(int first, int last) {
    for (int token = first; token <= last; token++) {
      if (tokens.is(token, ModelSizeTokens.WORD)) {
        return true;
      }
    }
    return false;
  }

  private boolean isMixed(int word) {
    boolean lower = false;
    boolean innerUpper = false;
    for (int i = 0; i < tokens.length(word); i++) {
      byte letter = tokens.at(word, i);
      lower |= letter >= 'a';
      innerUpper |= i > 0 && ModelSizeTokens.isUpper(letter);
    }
    return lower && innerUpper;
  }

  private boolean allUpper(int word) {
    return tokens.length(word) > 1 && !hasLower(word);
  }

  // "Jina-VLM": an acronym for a kind of model ends the name of one.
  private boolean isNamedKind(int first, int last) {
    return first < last
        && tokens.startsUpper(first)
        && tokens.is(last - 1, '-')
        && tokens.has(last, ModelSizeWords.MODEL)
        && allUpper(last)
        && !tokens.has(first, ModelSizeWords.MODEL | ModelSizeWords.MODALITY);
  }

  /** No name but a kind of model, "LLMs" or "MLLM-based", or an ordinary word. */
  private boolean isGeneric(int first, int last) {
    if (isNamedKind(first, last)) {
      return false;
    }
    if (tokens.has(
        last,
        ModelSizeWords.MODEL
            | ModelSizeWords.PARAMETER
            | ModelSizeWords.SCALE
            | ModelSizeWords.DATA
            | ModelSizeWords.DATASET)) {
      return true;
    }
    if (first == last) {
      return tokens.has(
          first,
          ModelSizeWords.STOP
              | ModelSizeWords.DETERMINER
              | ModelSizeWords.JOINER
              | ModelSizeWords.ABOUT
              | ModelSizeWords.MORE
              | ModelSizeWords.LESS
              | ModelSizeWords.MERE
              | ModelSizeWords.LABEL
              | ModelSizeWords.ACTIVE
              | ModelSizeWords.TRAINED
              | ModelSizeWords.UNIT
              | ModelSizeWords.MODALITY
              | ModelSizeWords.TRAINING
              | ModelSizeWords.NAMING);
    }
    boolean hyphened = tokens.is(first + 1, '-');
    return (hyphened && tokens.has(first, ModelSizeWords.MODEL))
        || (hyphened
            && tokens.is(last, ModelSizeTokens.WORD)
            && !tokens.startsUpper(last)
            && !tokens.has(last, ModelSizeWords.VARIANT)
            && !isMixed(first)
            && !allUpper(first));
  }

  // --- names that touch the number ------------------------------------------------------------

  /** The name in "Llama2-70B" or "Qwen3-30B-A3B"; null if none is joined to the number. */
  String attachedName(ModelSizeMention mention, List<ModelSizeMention> mentions, int index) {
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
    while (end >= mention.cluster && !isWordOrNumber(end) && !tokens.is(end, '+')) {
      end--;
    }
    if (tokens.is(mention.cluster, ModelSizeTokens.NUMBER)
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
    return tokens.is(token, ModelSizeTokens.WORD)
        && tokens.length(token) == 1
        && (tokens.spaced(token) || !isWordOrNumber(token - 1));
  }

  // "LLaMA 3.1-405B": a name that begins with a digit goes on to the left.
  private String extended(int first, int end, ModelSizeMention mention) {
    if (tokens.is(first, ModelSizeTokens.NUMBER)) {
      int start = extend(first, mention);
      return start < first || end > first ? text(start, end) : null;
    }
    if (tokens.has(first, ModelSizeWords.VARIANT) && tokens.startsUpper(first)) {
      return text(extend(first, mention), end);
    }
    return text(first, end);
  }

  /** The name in "Mistral 7B" or "Llama 3 8B"; null if no name stands before the number. */
  String spacedName(ModelSizeMention mention) {
    if (mention.attached || (!tokens.spaced(mention.first) && !tokens.is(mention.first - 1, '$'))) {
      return null;
    }
    return spacedName(mention.first, mention);
  }

  private String spacedName(int number, ModelSizeMention mention) {
    int last = number - 1;
    while (tokens.is(last, '$') || tokens.is(last, '{')) {
      last--;
    }
    if (tokens.is(last, '-') && tokens.spaced(last)) {
      last--;
    }
    if (!isWordOrNumber(last) && !tokens.is(last, '+')) {
      return null;
    }
    int first = clusterStart(last);
    if (!isNameBefore(first, last, mention)) {
      return null;
    }
    int start = extend(first, mention);
    return tokens.is(start, ModelSizeTokens.NUMBER) && start == last ? null : text(start, last);
  }

  private boolean isNameBefore(int first, int last, ModelSizeMention mention) {
    if (tokens.is(first, ModelSizeTokens.NUMBER)) {
      return clusterBefore(first) < first && isNamePart(clusterBefore(first), first - 1, mention);
    }
    return isNamePart(first, last, mention);
  }

  /** The cluster that ends before a token; the token itself if none does. */
  private int clusterBefore(int token) {
    return isWordOrNumber(token - 1) && tokens.spaced(token) ? clusterStart(token - 1) : token;
  }

  private boolean isNamePart(int first, int last, ModelSizeMention mention) {
    if (first > last || isGeneric(first, last)) {
      return false;
    }
    if (isStrong(first, last) || (first < last && tokens.startsUpper(first))) {
      return true;
    }
    if (!tokens.startsUpper(first)) {
      return mention.unitIsLower
          && !mention.unitIsWord
          && first == last
          && tokens.is(first, ModelSizeTokens.WORD);
    }
    return !isOrdinary(first);
  }

  // A capital alone makes no name of a sentence's first word in -ing or -ed, nor of a title's word
  // behind an article.
  private boolean isOrdinary(int word) {
    if (tokens.has(word, ModelSizeWords.VARIANT)) {
      return tokens.has(word - 1, ModelSizeWords.DETERMINER | ModelSizeWords.STOP)
          || isSentenceStart(word);
    }
    if (isSentenceStart(word)
        && (endsWith(word, "ing")
            || endsWith(word, "ed")
            || endsWith(word, "ly")
            || tokens.has(word + 1, ModelSizeWords.MODEL))) {
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

  private boolean isSentenceStart(int token) {
    return token == 0 || tokens.endsSentence(token - 1);
  }

  private boolean endsWith(int word, String ending) {
    int offset = tokens.length(word) - ending.length();
    for (int i = 0; i < ending.length(); i++) {
      if (offset < 0 || tokens.at(word, offset + i) != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where a name of several words begins whose last one begins at a token. */
  private int extend(int first, ModelSizeMention mention) {
    int start = first;
    for (int step = 0; step < MOST_CLUSTERS; step++) {
      int before = clusterBefore(start);
      if (before == start || !continues(before, start, mention)) {
        return start;
      }
      start = before;
    }
    return start;
  }

  // "v3", "V2.5"
  private boolean isVersion(int token) {
    return tokens.isWord(token, "v")
        && tokens.glued(token + 1)
        && tokens.is(token + 1, ModelSizeTokens.NUMBER);
  }

  private boolean continues(int before, int start, ModelSizeMention mention) {
    boolean open =
        tokens.is(start, ModelSizeTokens.NUMBER)
            || tokens.has(start, ModelSizeWords.VARIANT)
            || isVersion(start);
    if (tokens.is(before, ModelSizeTokens.NUMBER)) {
      return open
          && tokens.length(before) <= 4
          && clusterBefore(before) < before
          && isNamePart(clusterBefore(before), before - 1, mention);
    }
    if (!isNamePart(before, start - 1, mention)) {
      return false;
    }
    return open
        || ((!isSentenceStart(before) || isStrong(before, start - 1))
            && tokens.startsUpper(before)
            && tokens.startsUpper(start)
            && !isStrong(start, start));
  }

  // --- names elsewhere in the sentence --------------------------------------------------------

  /** The name in "a 65.8M parameter CNN3D" or "a 7B LLaMA model"; null if none follows. */
  String followingName(ModelSizeMention mention) {
    int token = mention.last + 1;
    while (tokens.is(token, '-')
        || tokens.is(token, '$')
        || tokens.has(token, ModelSizeWords.PARAMETER)
        || tokens.isWord(token, "sized")
        || tokens.isWord(token, "scale")) {
      token++;
    }
    if (tokens.isWord(token, "for") && tokens.has(token - 1, ModelSizeWords.PARAMETER)) {
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
    int last = clusterEnd(first);
    boolean acronym = first == last && !isMixed(first);
    return acronym
            || isGeneric(first, last)
            || !isStrong(first, last)
            || hasLowerPart(first, last)
            || tokens.has(first, ModelSizeWords.VARIANT)
            || isPlural(last)
        ? null
        : text(first, last);
  }

  private boolean isPlural(int word) {
    int length = tokens.length(word);
    return tokens.is(word, ModelSizeTokens.WORD)
        && length > 2
        && tokens.at(word, length - 1) == 's'
        && ModelSizeTokens.isUpper(tokens.at(word, length - 2));
  }

  private boolean hasLowerPart(int first, int last) {
    for (int token = first + 1; token <= last; token++) {
      if (tokens.is(token, ModelSizeTokens.WORD)
          && !tokens.startsUpper(token)
          && tokens.is(token - 1, '-')
          && !tokens.has(token, ModelSizeWords.STOP)) {
        return true;
      }
    }
    return false;
  }

  private int clusterEnd(int first) {
    int last = first;
    while (last < first + LONGEST_CLUSTER
        && tokens.glued(last + 1)
        && isNameKind(tokens.kind(last + 1))
        && !tokens.is(last + 1, '*')) {
      last++;
    }
    while (last > first && !isWordOrNumber(last) && !tokens.is(last, '+')) {
      last--;
    }
    return last;
  }

  // "a 7B model named X", "our 7B model, X, ", "a 7B language model (X)".
  private String namedAfter(int start) {
    for (int token = start; token < start + 8; token++) {
      if (tokens.has(token, ModelSizeWords.NAMING)) {
        int first = skipMarks(token + 1);
        return tokens.startsUpper(first) ? text(first, clusterEnd(first)) : null;
      }
      if (tokens.is(token, '(') || tokens.is(token, ',')) {
        return tokens.has(token - 1, ModelSizeWords.MODEL)
            ? enclosedName(token + 1, tokens.kind(token))
            : null;
      }
      if ((!tokens.is(token, ModelSizeTokens.WORD) && !tokens.is(token, '-'))
          || tokens.has(token, ModelSizeWords.STOP)) {
        return null;
      }
    }
    return null;
  }

  private int skipMarks(int token) {
    int at = token;
    while (tokens.is(at, '{')
        || tokens.is(at, '"')
        || tokens.is(at, '*')
        || tokens.is(at, '`')
        || tokens.is(at, '\'')) {
      at++;
    }
    return at;
  }

  private String enclosedName(int start, byte opening) {
    int first = skipMarks(start);
    if (!tokens.startsUpper(first)) {
      return null;
    }
    int last = clusterEnd(first);
    int after = last + 1;
    while (tokens.is(after, '}')) {
      after++;
    }
    boolean closed = opening == '(' ? tokens.is(after, ')') : tokens.is(after, ',');
    return closed && isStrong(first, last) && !isGeneric(first, last) && !isPlural(last)
        ? text(first, last)
        : null;
  }

  /** The name before a bracket that holds the number: "Prithvi (650M)", "OLMo models (1B". */
  String bracketedName(ModelSizeMention first) {
    int bracket = first.first - 1;
    while (bracket > first.first - PHRASE && !tokens.is(bracket, '(') && !tokens.is(bracket, '[')) {
      byte kind = tokens.kind(bracket);
      boolean within =
          (kind == ModelSizeTokens.WORD && !tokens.startsUpper(bracket))
              || kind == '$'
              || kind == ModelSizeTokens.ABOUT
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
    return tokens.is(bracket, '(') || tokens.is(bracket, '[')
        ? nameEndingAt(bracket - 1, first)
        : null;
  }

  // The name may be followed by what it is: "OLMo architectures (", "Qwen-2.5 family (".
  private String nameEndingAt(int end, ModelSizeMention mention) {
    int last = end;
    while ((last > end - 4
            && tokens.spaced(last)
            && tokens.has(
                last, ModelSizeWords.MODEL | ModelSizeWords.SCALE | ModelSizeWords.SERIES))
        || tokens.is(last, '}')
        || tokens.is(last, '$')
        || tokens.is(last, '*')
        || tokens.is(last, '"')
        || tokens.is(last, '\'')) {
      last--;
    }
    if (!isWordOrNumber(last) && !(tokens.is(last, '+') && tokens.glued(last))) {
      return null;
    }
    int first = clusterStart(last);
    int before = clusterBefore(first);
    if (first == last
        && tokens.has(last, ModelSizeWords.VARIANT)
        && before < first
        && isStrong(before, first - 1)
        && isNamePart(before, first - 1, mention)) {
      return text(before, last);
    }
    boolean name =
        tokens.is(first, ModelSizeTokens.NUMBER)
            ? clusterBefore(first) < first && isNamePart(clusterBefore(first), first - 1, mention)
            : isNamePart(first, last, mention)
                && (tokens.startsUpper(first) || isStrong(first, last));
    int start = name ? extend(first, mention) : first;
    boolean variant = start == first && first == last && tokens.has(last, ModelSizeWords.VARIANT);
    return name && !variant ? text(start, withoutSize(first, last)) : null;
  }

  // "KORMo-10B, a 10.8B-parameter model": the name ends before its own size.
  private int withoutSize(int first, int last) {
    for (int token = first + 1; token < last; token++) {
      boolean size =
          tokens.is(token, ModelSizeTokens.NUMBER)
              && tokens.glued(token + 1)
              && tokens.has(token + 1, ModelSizeWords.UNIT)
              && tokens.length(token + 1) == 1
              && (tokens.is(token - 1, '-') || tokens.is(token - 1, ':'));
      if (size && token - 2 >= first) {
        return token - 2;
      }
    }
    return last;
  }

  /** The name that the number's phrase explains: "X, a 7B model", "X is a 7B", "X: A 7B". */
  String explainedName(ModelSizeMention first) {
    int token = first.first - 1;
    int limit = token - PHRASE;
    while (token > limit
        && !tokens.isWord(token, "a")
        && !tokens.isWord(token, "an")
        && !tokens.isWord(token, "the")) {
      byte kind = tokens.kind(token);
      boolean adjective =
          (kind == ModelSizeTokens.WORD && !tokens.has(token, ModelSizeWords.STOP))
              || tokens.has(token, ModelSizeWords.TRAINING | ModelSizeWords.MORE)
              || kind == '-'
              || kind == ','
              || kind == '$'
              || kind == ModelSizeTokens.ABOUT
              || kind == '{';
      if (!adjective) {
        return null;
      }
      token--;
    }
    return token > limit ? nameBeforeArticle(token - 1, first) : null;
  }

  private String nameBeforeArticle(int end, ModelSizeMention mention) {
    byte kind = tokens.kind(end);
    boolean link =
        kind == ','
            || kind == ':'
            || kind == ModelSizeTokens.DASH
            || tokens.isWord(end, "is")
            || tokens.isWord(end, "as")
            || (kind == '-' && tokens.spaced(end));
    if (!link) {
      return null;
    }
    int last = end - 1;
    if (kind == ',' && isMeans(clusterStart(last) - 1)) {
      return null;
    }
    if (tokens.is(last, ')')) {
      last = closingName(last);
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

  // "Dynamic Programming Language Model (DPLM), a 7B": the short name in the bracket.
  private int closingName(int bracket) {
    int last = bracket - 1;
    if (!isWordOrNumber(last)) {
      return -1;
    }
    return tokens.is(clusterStart(last) - 1, '(') ? last : -1;
  }

  /**
   * The name that governs the number from a distance: "CodeGen2 models in size 1B", "X, a series of
   * models, ranging from 1B", "X achieves this with only 5M parameters".
   */
  String governingName(
      ModelSizeMention first, List<ModelSizeMention> mentions, int index, boolean fromAfar) {
    int stop = Math.max(0, first.first - SENTENCE);
    for (int token = first.first - 1; token >= stop; token--) {
      if (tokens.endsSentence(token) || tokens.is(token, ';')) {
        stop = token + 1;
        break;
      }
      if (tokens.is(token, ')')) {
        token = opening(token, stop);
        continue;
      }
      if (isHead(token)) {
        return headName(token, first);
      }
    }
    return fromAfar ? subject(stop, first, mentions, index) : null;
  }

  private int opening(int close, int stop) {
    int token = close;
    while (token > stop && !tokens.is(token, '(')) {
      token--;
    }
    return token;
  }

  // "model size of 146M" speaks of the size, not of another model.
  private boolean isHead(int token) {
    return tokens.has(token, ModelSizeWords.MODEL)
        && !tokens.is(token + 1, '-')
        && !tokens.has(token + 1, ModelSizeWords.SCALE | ModelSizeWords.PARAMETER)
        && (!tokens.startsUpper(token) || isAcronym(token));
  }

  private boolean isAcronym(int word) {
    return allUpper(word) || isPlural(word);
  }

  private String headName(int head, ModelSizeMention mention) {
    String name = nameEndingAt(head - 1, mention);
    if (name != null) {
      return name;
    }
    for (int token = head - 1; token > head - 14 && token > 0; token--) {
      boolean article = tokens.isWord(token, "a") || tokens.isWord(token, "an");
      if (article && (tokens.is(token - 1, ',') || tokens.isWord(token - 1, "is"))) {
        return nameBeforeArticle(token - 1, mention);
      }
      if (tokens.has(token, ModelSizeWords.STOP)
          && tokens.spaced(token)
          && !tokens.isWord(token, "of")
          && !tokens.isWord(token, "and")) {
        return null;
      }
    }
    return null;
  }

  /** The first name of the sentence that is written as one, without a size joined to it. */
  private String subject(
      int start, ModelSizeMention mention, List<ModelSizeMention> mentions, int index) {
    int token = start;
    while (token < mention.first) {
      if (tokens.is(token, ModelSizeTokens.WORD)) {
        int last = clusterEnd(token);
        if (last < mention.first && isSubject(token, last)) {
          return nameWithoutSize(token, last, mentions, index);
        }
        token = last;
      }
      token++;
    }
    return null;
  }

  private boolean isSubject(int first, int last) {
    if (!tokens.startsUpper(first)
        || isGeneric(first, last)
        || isPlural(last)
        || isMetric(first)
        || !isIntroduced(first, last)) {
      return false;
    }
    boolean verb = tokens.has(last + 1, ModelSizeWords.STOP) && tokens.spaced(last + 1);
    return (isStrong(first, last) && !hasLowerPart(first, last))
        || (verb && first == last && !isOrdinary(first) && tokens.isWord(last + 1, "is"));
  }

  // What a sentence is about opens it, does something, or is presented: "X achieves", "Notably, X,
  // with", "we propose X", "cost of X is".
  private boolean isIntroduced(int first, int last) {
    int before = first - 1;
    while (tokens.is(before, '{')
        || tokens.is(before, '$')
        || tokens.is(before, '"')
        || tokens.isWord(before, "the")
        || tokens.isWord(before, "our")
        || tokens.isWord(before, "proposed")) {
      before--;
    }
    if ((tokens.has(last + 1, ModelSizeWords.VERB) && !tokens.is(before, '('))
        || (tokens.is(before, ',') && isVerbLike(last + 1))) {
      return true;
    }
    boolean opens =
        before < 0
            || tokens.endsSentence(before)
            || tokens.is(before, ':')
            || tokens.is(before, ';');
    return opens
        || tokens.has(before, ModelSizeWords.PRESENTING)
        || (tokens.is(before, ',')
            && tokens.is(last + 1, ',')
            && tokens.has(last + 2, ModelSizeWords.STOP));
  }

  /** The name directly before "with 7B", "from 1B", "having 3M"; null if there is none. */
  String directName(ModelSizeMention first) {
    int token = first.first - 1;
    int limit = token - PHRASE;
    while (token > limit
        && (isLink(token) || tokens.is(token, '$') || tokens.is(token, ModelSizeTokens.ABOUT))) {
      token--;
    }
    if (token == first.first - 1) {
      return null;
    }
    if (tokens.is(token, ',') && isAside(first.last)) {
      return nameEndingAt(token - 1, first);
    }
    if (!isWordOrNumber(token)) {
      return null;
    }
    int start = clusterStart(token);
    boolean rival = withoutSize(start, token) < token;
    boolean simple = title && !isStrong(start, token);
    return rival || simple || isPlace(start - 1) || isMetric(start) || isPlural(token)
        ? null
        : nameEndingAt(token, first);
  }

  // "establishes", "consistently": behind a name that opens a clause
  private boolean isVerbLike(int token) {
    return tokens.is(token, ModelSizeTokens.WORD)
        && !tokens.startsUpper(token)
        && tokens.length(token) > 4
        && (endsWith(token, "s") || endsWith(token, "ly"))
        && !tokens.has(token, ModelSizeWords.MODEL | ModelSizeWords.DATA | ModelSizeWords.DATASET);
  }

  // "X, with only 38B parameters, delivers": the number stands in an aside on X.
  private boolean isAside(int last) {
    for (int token = last + 1; token < last + PHRASE; token++) {
      if (tokens.is(token, ',')) {
        return tokens.has(token + 1, ModelSizeWords.VERB);
      }
      if (tokens.has(token, ModelSizeWords.VERB) || tokens.endsSentence(token)) {
        return false;
      }
    }
    return false;
  }

  // "57.8 AP", "19.5% mAP50": what has a number before it is measured in, and no model.
  private boolean isMetric(int first) {
    return tokens.is(first - 1, ModelSizeTokens.NUMBER) || tokens.is(first - 1, '%');
  }

  private boolean isLink(int token) {
    return (tokens.has(
                token,
                ModelSizeWords.STOP
                    | ModelSizeWords.MERE
                    | ModelSizeWords.ABOUT
                    | ModelSizeWords.LESS
                    | ModelSizeWords.MORE)
            && !tokens.startsUpper(token))
        || tokens.isWord(token, "ranging")
        || tokens.isWord(token, "contains")
        || tokens.isWord(token, "having")
        || tokens.isWord(token, "containing")
        || tokens.isWord(token, "comprising")
        || tokens.isWord(token, "total")
        || tokens.isWord(token, "comprises")
        || tokens.isWord(token, "features")
        || tokens.isWord(token, "featuring");
  }

  private boolean isPlace(int token) {
    int before = tokens.isWord(token, "the") ? token - 1 : token;
    return tokens.isWord(before, "on")
        || tokens.isWord(before, "in")
        || tokens.isWord(before, "across")
        || tokens.isWord(before, "for")
        || tokens.isWord(before, "at");
  }

  private String nameWithoutSize(int first, int last, List<ModelSizeMention> mentions, int index) {
    for (int i = index - 1; i >= 0 && mentions.get(i).first >= first; i--) {
      if (mentions.get(i).first <= last && mentions.get(i).model != null) {
        return mentions.get(i).model;
      }
    }
    return text(first, withoutSize(first, last));
  }
}
