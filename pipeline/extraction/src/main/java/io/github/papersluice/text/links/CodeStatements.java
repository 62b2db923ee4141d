package io.github.papersluice.text.links;

import io.github.papersluice.bytes.ByteSearch;
import io.github.papersluice.model.Availability;
import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.LinkKind;
import io.github.papersluice.model.TextField;
import io.github.papersluice.model.Utf8Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a record says of its own code.
 *
 * <p>AVAILABLE if one of these holds, else PROMISED if one of them holds in the future, else NONE:
 *
 * <ul>
 *   <li>a link to a place that hosts code (GitHub repository or account, gist, GitLab and the like)
 *       stands in a clause that names code, or that names no other artefact. So a repository
 *       without a word about it counts as the paper's code, but neither "our data set is available
 *       at github.com/..." nor one of which the clause says that it is used;
 *   <li>any other link stands in a clause that names code ("code and demo: page");
 *   <li>a sentence without a link says that the code can be had ("our code is publicly available",
 *       "we open-source").
 * </ul>
 *
 * <p>A promise is a link that is PROMISED, or such a sentence in the future ("code will be
 * released"). A denied sentence ("code is not available") and one about others ("whose code",
 * "their code") say nothing.
 */
final class CodeStatements {
  private static final Set<String> OTHERS =
      Set.of("whose", "their", "existing", "unlike", "previous", "prior", "closed", "proprietary");

  private static final Set<String> RELEASES =
      Set.of(
          "release",
          "releasing",
          "released",
          "publish",
          "share",
          "provide",
          "make",
          "open",
          "opensource",
          "opensourced",
          "upload",
          "offer",
          "disclose");

  /** Between a verb of release and "code", these say that the verb has another object. */
  private static final Set<String> CROSSINGS =
      Set.of(
          "into",
          "how",
          "that",
          "which",
          "by",
          "in",
          "on",
          "to",
          "through",
          "using",
          "when",
          "insight",
          "insights");

  private static final Set<String> BEFORE_OPENING =
      Set.of(
          "we",
          "will",
          "to",
          "is",
          "are",
          "be",
          "been",
          "have",
          "has",
          "officially",
          "publicly",
          "fully",
          "also");

  /** Nouns with which "code" names something else than a paper's program: code generation. */
  private static final Set<String> HEADS =
      Set.of(
          "generation",
          "completion",
          "review",
          "search",
          "snippet",
          "snippets",
          "language",
          "languages",
          "reasoning",
          "understanding",
          "repair",
          "agent",
          "agents",
          "llm",
          "llms",
          "intelligence",
          "dataset",
          "datasets",
          "benchmark",
          "benchmarks",
          "model",
          "models",
          "corpus",
          "corpora",
          "editing",
          "translation",
          "summarization",
          "switching",
          "mixed",
          "mixing",
          "solutions",
          "execution",
          "quality",
          "synthesis",
          "tasks",
          "data");

  /** Words that make "code" a number or a sign, and no program. */
  private static final Set<String> KINDS =
      Set.of("accession", "billing", "correcting", "correction", "diagnosis", "icd", "qr", "zip");

  private static final int REACH = 16;

  private int sentenceEnd;
  private int nextMention;
  private boolean available;
  private boolean promised;
  private boolean addressed;

  CodeStatus status() {
    if (available) {
      return CodeStatus.AVAILABLE;
    }
    if (promised) {
      return CodeStatus.PROMISED;
    }
    return addressed ? CodeStatus.AVAILABLE : CodeStatus.NONE;
  }

  private void add(Availability said) {
    available |= said == Availability.AVAILABLE;
    promised |= said == Availability.PROMISED;
  }

  /** Takes note of a link and the clause that leads to it. */
  void addLink(LinkMention mention, List<String> clause, Availability said) {
    if (!hostsCode(mention.kind())) {
      add(ReleaseWords.namesCode(clause) ? said : Availability.UNKNOWN);
      return;
    }
    boolean code = ReleaseWords.namesProgram(clause) || !ReleaseWords.namesData(clause);
    if (!code) {
      return;
    }
    boolean silent = said == Availability.UNKNOWN && !ReleaseWords.speaksOfUse(clause);
    add(silent ? Availability.AVAILABLE : said);
  }

  /**
   * Takes note of a field that holds the address of the code or, on a host of code, the project.
   */
  void addAddress(TextField field, LinkMention mention) {
    addressed |= field == TextField.CODE_URL || hostsCode(mention.kind());
  }

  private static boolean hostsCode(LinkKind kind) {
    return switch (kind) {
      case GITHUB_REPOSITORY, GITHUB_ACCOUNT, GITHUB_GIST, CODE_HOST -> true;
      default -> false;
    };
  }

  /** Takes note of the sentences of a text that speak of code without a link. */
  void addSentences(Utf8Text text, List<LinkMention> mentions) {
    sentenceEnd = text.start();
    nextMention = 0;
    byte[] array = text.array();
    int i = next(array, text.start(), text.end());
    while (i < text.end() && !available) {
      int from =
          namesCode(array, text.start(), i, text.end()) ? addSentence(text, mentions, i) : i + 1;
      i = next(array, from, text.end());
    }
  }

  private static int next(byte[] text, int from, int to) {
    return ByteSearch.indexOfAfter(text, from, to, (byte) 'o', (byte) 'd', (byte) 'u');
  }

  /** A quick look for {@code code} and {@code open-source} around their letters od and ou. */
  private static boolean namesCode(byte[] text, int start, int i, int end) {
    if (text[i] == 'd') {
      return i + 1 < end
          && text[i + 1] == 'e'
          && FieldText.endsWith(text, start, i, "co")
          && (i - 3 < start || !UrlCharacters.isLetter(text[i - 3]));
    }
    return FieldText.startsWith(text, i, end, "urc")
        && (FieldText.endsWith(text, start, i, "open-so")
            || FieldText.endsWith(text, start, i, "open so")
            || FieldText.endsWith(text, start, i, "openso"));
  }

  private int addSentence(Utf8Text text, List<LinkMention> mentions, int at) {
    byte[] array = text.array();
    int from = Sentence.start(array, Math.max(text.start(), sentenceEnd), at);
    sentenceEnd = Math.max(at + 1, Sentence.end(array, at, text.end()));
    add(said(wordsBetween(array, mentions, from, sentenceEnd)));
    return sentenceEnd;
  }

  /** The words of a sentence without those of the URLs in it. */
  private List<String> wordsBetween(byte[] text, List<LinkMention> mentions, int from, int to) {
    List<String> words = new ArrayList<>();
    int start = from;
    while (nextMention < mentions.size() && mentions.get(nextMention).startByte() < to) {
      LinkMention mention = mentions.get(nextMention++);
      if (mention.endByte() > start) {
        words.addAll(Sentence.words(text, start, Math.max(start, mention.startByte())));
        start = Math.min(to, mention.endByte());
      }
    }
    words.addAll(Sentence.words(text, start, to));
    return words;
  }

  private static Availability said(List<String> words) {
    if (!ReleaseWords.speaksOfRelease(words)) {
      return Availability.UNKNOWN;
    }
    for (int i = 0; i < words.size(); i++) {
      if (OTHERS.contains(words.get(i))) {
        return Availability.UNKNOWN;
      }
    }
    for (int i = 0; i < words.size(); i++) {
      Availability said = isCode(words, i) ? saidOfCode(words, i) : saidOfOpening(words, i);
      if (said != Availability.UNKNOWN) {
        return said;
      }
    }
    return Availability.UNKNOWN;
  }

  private static boolean isCode(List<String> words, int i) {
    String word = words.get(i);
    boolean code = word.equals("code") || word.equals("codes") || word.equals("codebase");
    return code
        && (i + 1 == words.size() || !HEADS.contains(words.get(i + 1)))
        && (i == 0 || !KINDS.contains(words.get(i - 1)));
  }

  /** "code ... is available", "will make ... code ... available", "we release ... code". */
  private static Availability saidOfCode(List<String> words, int code) {
    int to = Math.min(words.size(), code + REACH);
    List<String> after = words.subList(code + 1, to);
    Availability said = Availability.UNKNOWN;
    if (after.stream().anyMatch(CodeStatements::isAuxiliary)) {
      said = ReleaseWords.said(words, code + 1, to);
    } else if (after.stream().anyMatch(word -> word.startsWith("avail"))) {
      List<String> clause = new ArrayList<>(words.subList(Math.max(0, code - REACH), code + 1));
      clause.add("available");
      said = ReleaseWords.said(clause, 0, clause.size());
    }
    return said == Availability.UNKNOWN ? saidByVerb(words, code) : said;
  }

  private static Availability saidByVerb(List<String> words, int code) {
    for (int i = code - 1; i >= Math.max(0, code - REACH); i--) {
      if (CROSSINGS.contains(words.get(i))) {
        return Availability.UNKNOWN;
      }
      if (RELEASES.contains(words.get(i)) && isOurs(words, i)) {
        return ReleaseWords.said(words, 0, Math.min(words.size(), code + 4));
      }
    }
    return Availability.UNKNOWN;
  }

  private static boolean isAuxiliary(String word) {
    return switch (word) {
      case "is", "are", "be", "has", "have", "will", "shall", "can", "was", "were" -> true;
      default -> false;
    };
  }

  private static boolean isOurs(List<String> words, int verb) {
    return words.subList(0, verb).contains("we") || words.get(verb + 1).equals("our");
  }

  /** "we (will) open-source our framework", "our framework is open-sourced"; not data alone. */
  private static Availability saidOfOpening(List<String> words, int i) {
    boolean opening =
        words.get(i).equals("open")
            && i > 0
            && i + 1 < words.size()
            && words.get(i + 1).startsWith("source")
            && (words.get(i + 1).equals("sourced") || !BE.contains(words.get(i - 1)))
            && BEFORE_OPENING.contains(words.get(i - 1))
            && (ReleaseWords.namesProgram(withoutSource(words)) || !ReleaseWords.namesData(words));
    return opening ? ReleaseWords.said(words, 0, i + 2) : Availability.UNKNOWN;
  }

  private static final Set<String> BE = Set.of("is", "are", "be", "been");

  private static List<String> withoutSource(List<String> words) {
    return words.stream().filter(word -> !word.equals("source")).toList();
  }
}
