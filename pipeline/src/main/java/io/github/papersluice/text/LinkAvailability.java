package io.github.papersluice.text;

import io.github.papersluice.model.Availability;
import io.github.papersluice.model.Utf8Text;
import java.util.List;

/** What a sentence says of the thing behind a link in it. */
final class LinkAvailability {
  private LinkAvailability() {}

  static Availability of(Utf8Text text, List<LinkMention> mentions, int index) {
    return Availability.UNKNOWN;
  }
}
