package io.github.papersluice.dialects.entries;

import io.github.papersluice.bytes.ByteSearch;
import io.github.papersluice.dialects.Head;
import java.util.Optional;
import java.util.regex.Pattern;

/** Forms that are told by their first lines: BibTeX, RIS, MEDLINE, the mail of arXiv. */
final class LineForms {
  private static final int LONGEST_BEGINNING = 4000;

  /** The first entry, perhaps after comments; Markdown mentions people with {@code @}, too. */
  private static final Pattern BIBTEX =
      Pattern.compile(
          "(?:\\s*%[^\\n]*\\n|\\s)*@\\s*(?i:article|book|booklet|comment|conference|dataset|inbook"
              + "|incollection|inproceedings|manual|mastersthesis|misc|online|phdthesis|preamble"
              + "|preprint|proceedings|report|software|string|techreport|thesis|unpublished)"
              + "\\s*[{(]");

  private static final Pattern RIS =
      Pattern.compile("TY {1,2}- ?[A-Z]{2,6}\\s*\\R[A-Z][A-Z0-9] {1,2}-");
  private static final Pattern MEDLINE = Pattern.compile("PMID ?- ?[0-9]+\\s*\\R[A-Z]{2,4} *-");

  /** A container and why it is it. */
  record Found(String container, String reason) {}

  private LineForms() {}

  /** The container of a digest; empty if it is none of these. */
  static Optional<Found> containerOf(Head head) {
    int start = head.start();
    byte first = head.bytes()[start];
    if ((first == '@' || first == '%') && BIBTEX.matcher(beginning(head, start)).lookingAt()) {
      return Optional.of(
          new Found("bibtex", "BibTeX, which begins with an @ and the kind of entry"));
    }
    if (first == 'T'
        && head.holds(start, "TY")
        && RIS.matcher(beginning(head, start)).lookingAt()) {
      return Optional.of(new Found("ris", "RIS, which begins with the tag TY"));
    }
    if (first == 'P'
        && head.holds(start, "PMID")
        && MEDLINE.matcher(beginning(head, start)).lookingAt()) {
      return Optional.of(new Found("medline", "MEDLINE, which begins with the tag PMID"));
    }
    return hasMailEntry(head)
        ? Optional.of(new Found("arxiv-mail", "arXiv's mail, whose entries follow two backslashes"))
        : Optional.empty();
  }

  private static String beginning(Head head, int start) {
    return head.text(start, Math.min(head.length(), start + LONGEST_BEGINNING));
  }

  /** Whether a line of two backslashes goes before an id, and a title follows. */
  private static boolean hasMailEntry(Head head) {
    byte[] bytes = head.bytes();
    int most = Math.min(head.length(), Head.MOST_BYTES / 2);
    for (int i = 0; i < most; i += 2) {
      i = ByteSearch.indexOf(bytes, i, most, (byte) '\\');
      boolean isLine = i < most && (i == 0 || bytes[i - 1] == '\n') && head.holds(i, "\\\\");
      if (!isLine) {
        continue;
      }
      int next = i + 2;
      while (next < most && (bytes[next] == '\r' || bytes[next] == '\n' || bytes[next] == ' ')) {
        next++;
      }
      if (head.holds(next, "arXiv:") || head.holds(next, "Paper: ")) {
        return true;
      }
    }
    return false;
  }
}
