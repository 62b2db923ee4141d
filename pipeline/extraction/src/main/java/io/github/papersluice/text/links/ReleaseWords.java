package io.github.papersluice.text.links;

import io.github.papersluice.model.Availability;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What words say of the release of code, data and pages. Words are in lower case; a comma, a colon
 * and the like are words of their own.
 */
final class ReleaseWords {
  /** Words that say that something can be had, unless they stand in the future or are denied. */
  private static final Set<String> RELEASED =
      words(
          "accessible released release releases releasing publish published publishes opensource"
              + " opensourced provide provided provides share shared shares public publicly"
              + " publically downloaded hosted posted uploaded maintained visit see refer checkout"
              + " consult download");

  /** Words that say so after a form of "be": "can be found at", "are best viewed at". */
  private static final Set<String> RELEASED_AFTER_BE =
      words("found accessed obtained viewed visualized explored demonstrated seen reached checked");

  /** Words for the misspellings of "available" that are met most. */
  private static final String AVAILABLE_STEM = "avail";

  private static final Set<String> RELEASE_VERBS =
      words(
          "be release publish opensource open make provide share soon upload host appear become"
              + " have continue update maintain contribute");

  private static final Set<String> ADVERBS =
      words("also soon publicly publically then further fully all be openly freely later shortly");

  private static final Set<String> FUTURE = words("soon forthcoming");

  private static final Set<String> BE = words("be is are been was were");

  private static final Set<String> OCCASIONS =
      words("upon after once following when pending until");

  private static final Set<String> DENIALS = words("not never cannot without unavailable nor");

  private static final Set<String> BREAKS = words("; but while whereas although which whose");

  private static final Set<String> CODE =
      words(
          "code codes codebase codebases implementation implementations software toolkit toolbox"
              + " script scripts library package repository repo repositories source");

  /** Programs by another name: code where the link leads to a place that hosts code. */
  private static final Set<String> PROGRAMS =
      words("framework tool tools platform kit kits pipeline system app plugin simulator");

  private static final Set<String> DATA =
      words(
          "data dataset datasets benchmark benchmarks corpus corpora annotations video videos"
              + " demo demos supplementary materials material results list papers survey"
              + " leaderboard weights checkpoints samples examples visualizations tutorial");

  private static final Set<String> ARTIFACTS =
      words(
          "project work resource resources model models github link here paper details page webpage"
              + " website homepage site");

  private static final Set<String> LOCATORS = words("at : visit via here");

  private static final Set<String> WEAK_LOCATORS = words("in on is are from under through to");

  private static final Set<String> USES =
      words("use used uses using built build based adapted adopt adopted following extends their");

  /** Names of commands and colours between a word and its link in LaTeX, and arXiv's stand-in. */
  private static final Set<String> MARKUP =
      words(
          "href url texttt textbf textit text emph footnote textcolor color hyperlink blue magenta"
              + " red cyan purple small https http this");

  private static final int REACH = 7;

  private ReleaseWords() {}

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  /**
   * What a run of words says of the release of the thing that it speaks of, by its last cue.
   *
   * @return AVAILABLE, PROMISED, or UNKNOWN where there is no cue
   */
  static Availability said(List<String> words, int from, int to) {
    if (promisesOnOccasion(words, from, to)) {
      return Availability.PROMISED;
    }
    for (int i = to - 1; i >= from; i--) {
      if (isFuture(words, i, to)) {
        return Availability.PROMISED;
      }
      if (isReleased(words, i, to) && !isDenied(words, from, i)) {
        return isPromised(words, from, i, to) ? Availability.PROMISED : Availability.AVAILABLE;
      }
    }
    return Availability.UNKNOWN;
  }

  private static boolean isReleased(List<String> words, int i, int to) {
    String word = words.get(i);
    if (word.equals("open")) {
      return i + 1 < to && words.get(i + 1).startsWith("source");
    }
    return RELEASED.contains(word)
        || word.startsWith(AVAILABLE_STEM)
        || (RELEASED_AFTER_BE.contains(word) && followsBe(words, i));
  }

  private static boolean followsBe(List<String> words, int i) {
    for (int k = Math.max(0, i - 2); k < i; k++) {
      if (BE.contains(words.get(k))) {
        return true;
      }
    }
    return false;
  }

  /** "will be", "will release", "to be released", "plan to", "coming soon". */
  private static boolean isFuture(List<String> words, int i, int to) {
    String word = words.get(i);
    if (word.equals("will") || word.equals("shall") || word.equals("ll")) {
      int next = i + 1;
      while (next < to && ADVERBS.contains(words.get(next)) && !words.get(next).equals("be")) {
        next++;
      }
      return next >= to || RELEASE_VERBS.contains(words.get(next));
    }
    if (word.equals("to") && i + 1 < to && words.get(i + 1).equals("be")) {
      return i + 2 < to && isReleased(words, i + 2, to);
    }
    if (word.startsWith("plan") || word.equals("intend") || word.equals("going")) {
      return i + 1 < to && words.get(i + 1).equals("to");
    }
    return FUTURE.contains(word);
  }

  private static boolean isPromised(List<String> words, int from, int cue, int to) {
    for (int i = cue; i >= Math.max(from, cue - REACH); i--) {
      if (BREAKS.contains(words.get(i))) {
        return false;
      }
      if (isFuture(words, i, to)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDenied(List<String> words, int from, int cue) {
    for (int i = cue; i >= Math.max(from, cue - 3); i--) {
      if (DENIALS.contains(words.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether some release is denied: "is not available". */
  static boolean deniesRelease(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (isReleased(words, i, words.size()) && isDenied(words, 0, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any word speaks of release at all. */
  static boolean speaksOfRelease(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (isReleased(words, i, words.size())) {
        return true;
      }
    }
    return false;
  }

  /** "upon acceptance", "after the paper is published", "once accepted", "after the review". */
  static boolean promisesOnOccasion(List<String> words, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!OCCASIONS.contains(words.get(i))) {
        continue;
      }
      for (int k = i + 1; k < Math.min(to, i + REACH); k++) {
        if (isEvent(words.get(k))) {
          return true;
        }
      }
    }
    return false;
  }

  /** A word that begins a condition: "upon", "after", "once". */
  static boolean isOccasion(String word) {
    return OCCASIONS.contains(word);
  }

  private static boolean isEvent(String word) {
    return word.startsWith("accept")
        || word.startsWith("publication")
        || word.equals("published")
        || word.equals("review")
        || word.equals("reviewing")
        || word.equals("notification")
        || word.equals("camera");
  }

  /** "Code:", "our project page is at": the words right before a link that say "it is there". */
  static boolean pointsAt(List<String> words) {
    int last = words.size() - 1;
    while (last >= 0 && MARKUP.contains(words.get(last))) {
      last--;
    }
    if (last < 0) {
      return false;
    }
    String word = words.get(last);
    return LOCATORS.contains(word)
        || isArtifact(word)
        || (WEAK_LOCATORS.contains(word) && namesArtifact(words, 0, last));
  }

  private static boolean isArtifact(String word) {
    return ARTIFACTS.contains(word) || CODE.contains(word) || isPage(word);
  }

  private static boolean isPage(String word) {
    return word.endsWith("page") || word.equals("website") || word.equals("demo");
  }

  static boolean namesArtifact(List<String> words, int from, int to) {
    for (int i = from; i < to; i++) {
      String word = words.get(i);
      if (isArtifact(word) || DATA.contains(word) || PROGRAMS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  static boolean namesCode(List<String> words) {
    return words.stream().anyMatch(CODE::contains);
  }

  /** Whether the words name code or, by another name, a program. */
  static boolean namesProgram(List<String> words) {
    return namesCode(words) || words.stream().anyMatch(PROGRAMS::contains);
  }

  static boolean namesData(List<String> words) {
    return words.stream().anyMatch(DATA::contains);
  }

  static boolean speaksOfUse(List<String> words) {
    return words.stream().anyMatch(USES::contains);
  }

  static boolean isOnlyMarkup(List<String> words) {
    return words.stream().allMatch(MARKUP::contains);
  }

  static String lowerCase(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
