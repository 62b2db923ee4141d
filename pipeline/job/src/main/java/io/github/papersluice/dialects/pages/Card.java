package io.github.papersluice.dialects.pages;

import io.github.papersluice.model.PaperMetadata;
import java.util.Locale;
import java.util.Map;

/**
 * What a page says of one paper.
 *
 * @param title clean, perhaps empty
 * @param abstractText clean, perhaps empty
 * @param metadata what else it says
 * @param faults how many faults the two fields hold
 * @param paragraphs of how many pieces the abstract was made
 * @param start index of its first character in the page
 * @param end index after the last one that is of use
 * @param heading the day in force, as {@link PageDates} tells it, or null
 */
record Card(
    String title,
    String abstractText,
    PaperMetadata metadata,
    int faults,
    int paragraphs,
    int start,
    int end,
    String heading) {

  /** The same card from an earlier character on. */
  Card from(int earlier) {
    return new Card(title, abstractText, metadata, faults, paragraphs, earlier, end, heading);
  }

  /** The same card with the votes for its paper, unless it has its own. */
  Card withVotes(Map<String, Long> votes) {
    PaperMetadata m = metadata;
    Long number = m.arxivId() == null ? null : votes.get(m.arxivId());
    if (number == null || m.upvotes() != null) {
      return this;
    }
    PaperMetadata voted =
        new PaperMetadata(
            m.arxivId(),
            m.doi(),
            m.url(),
            m.authors(),
            m.publishedDate(),
            m.categories(),
            m.comment(),
            m.codeUrl(),
            m.projectUrl(),
            number);
    return new Card(title, abstractText, voted, faults, paragraphs, start, end, heading);
  }

  /** The letters and digits of the title in lower case: what makes two titles the same. */
  String titleKey() {
    return title
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether the page ties the title to a paper, by address, identifier or authors. */
  boolean isTied() {
    return metadata.arxivId() != null
        || metadata.doi() != null
        || metadata.url() != null
        || metadata.codeUrl() != null;
  }
}
