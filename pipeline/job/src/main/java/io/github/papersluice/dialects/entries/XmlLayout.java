package io.github.papersluice.dialects.entries;

import io.github.papersluice.dialects.Head;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The elements in the head of an XML digest that may be papers. */
final class XmlLayout {
  /** Atom, RSS, OAI-PMH, PubMed, and what people call papers in files of their own. */
  private static final List<String> ENTRY_NAMES =
      List.of("entry", "item", "record", "PubmedArticle", "paper", "article", "publication", "doc");

  private static final int MOST_ENTRIES = 3;

  /** An element that may be a paper: its bytes in the head. */
  private record Element(int start, int end) {}

  private final Head head;
  private final Map<String, List<Element>> elements = new LinkedHashMap<>();

  private XmlLayout(Head head) {
    this.head = head;
    ENTRY_NAMES.forEach(name -> elements.put(name, new ArrayList<>()));
  }

  /** The elements of a head. */
  static XmlLayout of(Head head) {
    XmlLayout layout = new XmlLayout(head);
    ByteWindow window = new ByteWindow();
    window.begin(new ByteArrayInputStream(head.bytes(), 0, head.length()), 0, Unheard.SINK);
    try {
      layout.find(window);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return layout;
  }

  private void find(ByteWindow window) throws IOException {
    XmlTags tags = new XmlTags(window);
    Map<String, Integer> open = new HashMap<>();
    for (long place = 0; tags.next(place); place = tags.end()) {
      List<Element> found = elements.get(tags.name());
      if (found == null || found.size() == MOST_ENTRIES) {
        continue;
      }
      if (!tags.closes()) {
        open.put(tags.name(), (int) tags.start());
      } else if (open.containsKey(tags.name())) {
        found.add(new Element(open.remove(tags.name()), (int) tags.end()));
      }
    }
    open.forEach((name, start) -> elements.get(name).add(new Element(start, head.length())));
  }

  /** The name of the elements that are papers by this map; empty if none is. */
  Optional<String> entryName(FieldMap map) {
    return elements.keySet().stream().filter(name -> hasPaper(elements.get(name), map)).findFirst();
  }

  private boolean hasPaper(List<Element> found, FieldMap map) {
    EntryPapers papers = new EntryPapers(map);
    EntryFields fields = new EntryFields();
    XmlParser parser = new XmlParser();
    boolean isNamed = !map.form().when().isEmpty();
    for (Element element : found) {
      fields.reset();
      parser.parse(head.bytes(), element.start(), element.end(), map.entry(), fields);
      if (map.fits(fields) && papers.isPaper(fields, isNamed)) {
        return true;
      }
    }
    return false;
  }
}
