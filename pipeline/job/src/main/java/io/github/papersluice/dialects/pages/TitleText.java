package io.github.papersluice.dialects.pages;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes off a title what a page put around it: its number, marks, votes, references. */
final class TitleText {
  /** {@code [new 001]}, {@code [12]}, {@code 【3】}, {@code #4}. */
  private static final Pattern TAG =
      Pattern.compile(
          "^(?:[\\[【(（](?:(?:new|updated?|replaced?|cross)["
              + " -]*)?[0-9]{1,4}[\\]】)）]|#[0-9]{1,4}\\b)[.:：]?\\s*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBER =
      Pattern.compile(
          "^(?:(?:No|Paper)\\.? ?)?[0-9]{1,4}"
              + " ?(?:[、．]|(?:[.)）:：]|️?⃣)(?=\\s|\\p{IsHan}|[\\[*\"“]|$))\\s*|^[0-9]️⃣\\s*");
  private static final Pattern LABEL =
      Pattern.compile("^(?:Title|Paper title|Paper|标题|题目) ?[:：]\\s*", Pattern.CASE_INSENSITIVE);

  /** Votes and stars behind a title: {@code ⭐ 66}, {@code (▲ 12)}, {@code 👍12}. */
  private static final Pattern VOTES =
      Pattern.compile(
          "\\s*[(\\[]?\\s*(?:⭐️?|★|☆|👍|🔥|▲|⬆️?|❤️?|💬|🌟)\\s*[0-9][0-9.,]*k?\\s*(?:stars|upvotes|votes)?\\s*[)\\]]?$");

  /** References and buttons behind a title: {@code [32]}, {@code [[paper]}, {@code [PDF]}. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\s*\\[+\\s*(?:[0-9]{1,3}|paper|pdf|arxiv|abs|code|link|html|back|github|project|website)\\s*\\]+(?:\\([^()\\s]*\\))?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern QUOTED = Pattern.compile("^[“\"「『《](.*)[”\"」』》][.,]?$");
  private static final Pattern SIGNS_BEFORE =
      Pattern.compile("^[^\\p{L}\\p{N}\\p{Ps}\\p{Pi}$\"'\\\\@<¿¡.+~−-]+");
  private static final Pattern SIGNS_BEHIND =
      Pattern.compile("[\\s|·•,，:：;–—-]+$|\\s+[^\\p{L}\\p{N}\\p{P}\\p{S}]+$|\\s*[\\p{So}️]+$");

  private static final int NUMBERED = 40;

  /** A longer text is no title, whatever stands around it. */
  static final int LONGEST = 1000;

  private TitleText() {}

  /** The title without them; one line. */
  static String clean(String text) {
    String title = FieldText.clean(text);
    if (title.length() > LONGEST || isBare(title)) {
      return title;
    }
    for (int round = 0; round < 4; round++) {
      String before = title;
      title = without(SIGNS_BEFORE, title);
      title = without(TAG, title);
      title = without(NUMBER, title);
      title = without(LABEL, title);
      title = without(VOTES, title);
      title = without(REFERENCE, title);
      title = without(SIGNS_BEHIND, title);
      if (title.equals(before)) {
        break;
      }
    }
    Matcher quoted = QUOTED.matcher(title);
    boolean whole = quoted.matches() && !quoted.group(1).matches(".*[”\"」』》].*");
    return whole ? quoted.group(1).strip() : title;
  }

  /** Whether its ends show at once that nothing is around it, as most titles' do. */
  private static boolean isBare(String title) {
    if (title.isEmpty()) {
      return true;
    }
    char first = title.charAt(0);
    char last = title.charAt(title.length() - 1);
    // "No. 3", "Paper: ..." and "Title: ..." begin with letters; "12k" and "12 stars" end with
    // them.
    return Character.isLetter(first)
        && first < '\u2E80'
        && "NnPpTt".indexOf(first) < 0
        && Character.isLetter(last)
        && "ks".indexOf(last) < 0;
  }

  /** The number before a title: {@code 3} of {@code 3. T} or {@code [3] T}; -1 if there is none. */
  static int number(String text) {
    String start =
        without(
            SIGNS_BEFORE, FieldText.clean(text.substring(0, Math.min(text.length(), NUMBERED))));
    Matcher tag = TAG.matcher(start);
    Matcher number = NUMBER.matcher(start);
    Matcher found = tag.find() ? tag : number.find() ? number : null;
    String digits = found == null ? "" : found.group().replaceAll("[^0-9]", "");
    return digits.isEmpty() ? -1 : Integer.parseInt(digits);
  }

  private static String without(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    String rest =
        found.find() ? text.substring(0, found.start()) + text.substring(found.end()) : text;
    return rest.isEmpty() ? text : rest.strip();
  }
}
