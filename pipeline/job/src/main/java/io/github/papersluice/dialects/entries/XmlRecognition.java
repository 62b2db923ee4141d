package io.github.papersluice.dialects.entries;

import io.github.papersluice.dialects.Head;
import io.github.papersluice.dialects.Recognition;
import java.util.List;

/** What kind of markup a digest that begins with {@code <} is. */
final class XmlRecognition {
  private static final List<String> ROOTS =
      List.of("feed", "rss", "rdf:RDF", "OAI-PMH", "PubmedArticleSet", "ListRecords", "entry");

  private XmlRecognition() {}

  /** XML with a declaration, or with the root element of a feed; HTML is none. */
  static boolean isXml(Head head) {
    int start = head.start();
    if (head.holds(start, "<?xml")) {
      int declared = head.lineEnd(start);
      String beginning = head.text(declared, Math.min(head.length(), declared + 300));
      return !beginning.toLowerCase(java.util.Locale.ROOT).contains("<html");
    }
    return ROOTS.stream().anyMatch(root -> head.holds(start + 1, root));
  }

  /** Whether the document type declares entities, by which a small digest may swell. */
  static boolean declaresEntities(Head head) {
    String beginning = head.text(head.start(), Math.min(head.length(), head.start() + 4000));
    int type = beginning.indexOf("<!DOCTYPE");
    return type >= 0 && beginning.indexOf("<!ENTITY", type) > 0;
  }

  static Recognition bomb() {
    return EntryRecognition.unknown(
        "XML that declares entities",
        "The XML declares entities of its own, which are not read: a small file could swell without"
            + " end. Remove the document type, or save the feed again.");
  }

  static Recognition withoutPapers() {
    return EntryRecognition.unknown(
        "XML without papers",
        "It is XML, but no feed of papers: no entry, item or record in it has a title and an"
            + " abstract, authors or an id. Leave it out, or name the fields with --fields.");
  }
}
