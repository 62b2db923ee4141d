package io.github.papersluice.dialects.pages;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Why a page is no digest of papers, though some of it may look like one. */
final class Doubts {
  private static final String WHAT_TO_DO =
      " If it is a digest, name its dialect with --dialect, or save it as JSON, CSV or plain text"
          + " (title, empty line, abstract).";
  private static final double LEAST_COVERED = 0.3;
  private static final double LEAST_COVERED_WITH_ADVERTISEMENTS = 0.75;
  private static final int FEW = 5;

  private static final Set<String> SOFTWARE =
      Set.of(
          "installation",
          "install",
          "usage",
          "license",
          "licence",
          "getting started",
          "quick start",
          "quickstart",
          "requirements",
          "contributing",
          "changelog",
          "setup",
          "features",
          "dependencies",
          "training",
          "inference",
          "evaluation",
          "acknowledgements",
          "acknowledgments",
          "acknowledgement",
          "acknowledgment",
          "citation",
          "bibtex",
          "roadmap",
          "model zoo",
          "checkpoints",
          "pretrained models",
          "datasets",
          "data preparation",
          "environment setup",
          "prerequisites",
          "unreleased",
          "added",
          "fixed",
          "changed");
  private static final Pattern ADVERTISEMENT =
      Pattern.compile(
          "(?i)\\b(?:sponsored(?: by)?|our sponsors?|today'?s sponsor|advertisement|advertise with"
              + " us|together with|unsubscribe|promo code|\\bad\\b:|free trial)\\b|赞助|广告");

  private Doubts() {}

  /** The reason with what to do, in sentences; null if the page is a digest. */
  static String of(PageForm form, List<Piece> pieces, List<Verdict> verdicts) {
    long papers = verdicts.stream().filter(v -> v.outcome() == Verdict.Outcome.PAPER).count();
    long rejected = verdicts.stream().filter(v -> v.outcome() == Verdict.Outcome.REJECTED).count();
    String looks = "The file looks like " + form.words() + ", but ";
    if (papers + rejected == 0) {
      return looks + "no title with an abstract or a paper's address was found in it." + WHAT_TO_DO;
    }
    if (papers < FEW && softwareHeadings(pieces) >= 2) {
      return looks + "its headings are those of a program's README or changelog." + WHAT_TO_DO;
    }
    double covered = covered(pieces, verdicts);
    if (covered < LEAST_COVERED) {
      return looks + "most of its text belongs to no paper." + WHAT_TO_DO;
    }
    if (covered < LEAST_COVERED_WITH_ADVERTISEMENTS && advertises(pieces)) {
      return looks
          + "it holds advertisements and text of other kinds, like a newsletter."
          + WHAT_TO_DO;
    }
    return null;
  }

  private static int softwareHeadings(List<Piece> pieces) {
    int count = 0;
    for (Piece piece : pieces) {
      if (piece.is(Piece.Kind.HEADING)) {
        String text = TitleText.clean(piece.plain()).toLowerCase(Locale.ROOT);
        count += SOFTWARE.contains(text) ? 1 : 0;
      } else {
        count += piece.is(Piece.Kind.CODE) ? 1 : 0;
      }
    }
    return count;
  }

  private static boolean advertises(List<Piece> pieces) {
    for (Piece piece : pieces) {
      String text = piece.lines().isEmpty() || piece.is(Field.ABSTRACT) ? "" : piece.plain();
      if (ADVERTISEMENT.matcher(text).find()) {
        return true;
      }
    }
    return false;
  }

  /** The share of the page's text that lies in cards. */
  private static double covered(List<Piece> pieces, List<Verdict> verdicts) {
    long all = 0;
    long inside = 0;
    int at = 0;
    for (Piece piece : pieces) {
      if (piece.is(Piece.Kind.FURNITURE)
          || piece.is(Piece.Kind.RULE)
          || piece.is(Piece.Kind.CODE)) {
        continue;
      }
      int length = piece.lines().stream().mapToInt(line -> line.text().length()).sum();
      while (at < verdicts.size() && verdicts.get(at).card().end() <= piece.start()) {
        at++;
      }
      boolean covered = at < verdicts.size() && verdicts.get(at).card().start() <= piece.start();
      all += length;
      inside += covered ? length : 0;
    }
    return all == 0 ? 1 : (double) inside / all;
  }
}
