package io.github.papersluice.text.links;

import io.github.papersluice.model.Availability;
import io.github.papersluice.model.Link;
import io.github.papersluice.model.LinkKind;
import io.github.papersluice.model.TextField;
import io.github.papersluice.model.Utf8Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gathers the mentions of a record into its distinct links. */
final class RecordLinks {
  private final Map<String, Link> links = new LinkedHashMap<>();
  private final SentenceTokens tokens = new SentenceTokens();
  private final CodeStatements code;
  private final Reasons reasons;

  /**
   * Gathers the links of a record.
   *
   * @param reasons takes down what is decided, or null
   */
  RecordLinks(Reasons reasons) {
    this.reasons = reasons;
    code = new CodeStatements(tokens, reasons);
  }

  void add(TextField field, Utf8Text text, List<LinkMention> mentions) {
    if (mentions.isEmpty()) {
      return;
    }
    LinkAvailability availabilities = new LinkAvailability(text, mentions, tokens);
    String previousKey = null;
    int counted = text.start();
    int codePoints = 0;
    for (int i = 0; i < mentions.size(); i++) {
      LinkMention mention = mentions.get(i);
      codePoints += text.codePoints(counted, mention.startByte());
      counted = mention.startByte();
      String key = key(mention);
      if (i > 0 && key.equalsIgnoreCase(previousKey) && isTextOf(text, mentions, i)) {
        key = previousKey;
      }
      Availability availability = availabilities.read(i);
      LinkedCode.Decision decision = code.addLink(mention, availabilities, availability);
      if (reasons != null) {
        reasons.link(field, text, mention, availability, availabilities, decision);
      }
      links.merge(key, link(field, text, mention, codePoints, availability), RecordLinks::sameLink);
      previousKey = key;
    }
  }

  /**
   * Adds the links of a field that holds nothing but an address: no sentence speaks of them, the
   * field itself says that they lead to the code or to the project.
   */
  void addAddresses(TextField field, Utf8Text text, List<LinkMention> mentions) {
    for (LinkMention mention : mentions) {
      int start = text.codePoints(text.start(), mention.startByte());
      Link link = link(field, text, mention, start, Availability.AVAILABLE);
      links.merge(key(mention), link, RecordLinks::sameLink);
      boolean saysCode = code.addAddress(field, mention);
      if (reasons != null) {
        reasons.address(field, text, mention, saysCode);
      }
    }
  }

  CodeStatements code() {
    return code;
  }

  List<Link> distinct() {
    return List.copyOf(links.values());
  }

  private static Link link(
      TextField field, Utf8Text text, LinkMention mention, int start, Availability availability) {
    int length = text.codePoints(mention.startByte(), mention.endByte());
    return new Link(
        field,
        start,
        start + length,
        text.substring(mention.startByte(), mention.endByte()),
        mention.url(),
        mention.host(),
        mention.kind(),
        mention.owner(),
        mention.name(),
        availability);
  }

  /** The first mention stands; a later one may say what the first did not. */
  private static Link sameLink(Link first, Link later) {
    return first.availability() == Availability.UNKNOWN
        ? withAvailability(first, later.availability())
        : first;
  }

  private static Link withAvailability(Link link, Availability availability) {
    return new Link(
        link.field(),
        link.start(),
        link.end(),
        link.surface(),
        link.url(),
        link.host(),
        link.kind(),
        link.repositoryOwner(),
        link.repositoryName(),
        availability);
  }

  private static String key(LinkMention mention) {
    String url = mention.url();
    String key = Host.withoutWww(url.substring(url.indexOf("://") + 3));
    // GitHub finds accounts and repositories in whatever case they are written.
    if (mention.kind() != LinkKind.GITHUB_REPOSITORY) {
      return mention.kind() == LinkKind.GITHUB_ACCOUNT ? key.toLowerCase(Locale.ROOT) : key;
    }
    int named = mention.host().length() + mention.owner().length() + mention.name().length() + 2;
    return key.substring(0, named).toLowerCase(Locale.ROOT) + key.substring(named);
  }

  /** {@code \href{URL}{URL}} and {@code [URL](URL)}: a link and its text, whatever its case. */
  private static boolean isTextOf(Utf8Text text, List<LinkMention> mentions, int index) {
    int gap = mentions.get(index - 1).endByte();
    byte[] array = text.array();
    while (gap < text.end() && (array[gap] == '/' || array[gap] == '.')) {
      gap++;
    }
    int next = gap + 1;
    return next < text.end()
        && ((array[gap] == '}' && array[next] == '{') || (array[gap] == ']' && array[next] == '('));
  }
}
