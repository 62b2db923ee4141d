package io.github.papersluice.evaluation;

import io.github.papersluice.model.Link;
import io.github.papersluice.model.LinkKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The labelled and the found links of a record that count: without those that are optional, and
 * with every right spelling of a URL taken for the labelled one.
 */
final class LinkLabels {
  private final List<GoldLink> gold = new ArrayList<>();
  private final List<Link> found = new ArrayList<>();
  private final Map<String, GoldLink> byOtherUrl = new HashMap<>();

  /** A link counts by URL and kind: a right URL of the wrong kind is a miss and a false alarm. */
  record Key(String url, LinkKind kind) {}

  LinkLabels(List<GoldLink> labels, List<Link> links) {
    Map<String, GoldLink> optional = new HashMap<>();
    for (GoldLink label : labels) {
      if (label.optional()) {
        optional.put(label.url().value(), label);
        label.url().also().forEach(url -> optional.put(url, label));
      } else {
        gold.add(label);
        label.url().also().forEach(url -> byOtherUrl.put(url, label));
      }
    }
    for (Link link : links) {
      if (!optional.containsKey(link.url())) {
        found.add(link);
      }
    }
  }

  List<GoldLink> gold() {
    return gold;
  }

  List<Link> found() {
    return found;
  }

  static Key key(GoldLink label) {
    return new Key(label.url().value(), label.kind());
  }

  Key key(Link link) {
    GoldLink label = byOtherUrl.get(link.url());
    return label == null ? new Key(link.url(), link.kind()) : key(label);
  }

  /** {@code owner/name} of the labelled repository that a link stands for, else its own. */
  String repository(Link link) {
    GoldLink label = byOtherUrl.get(link.url());
    return label == null ? link.repository() : label.repository();
  }
}
