package io.github.papersluice.evaluation;

import io.github.papersluice.model.Availability;
import io.github.papersluice.model.LinkKind;

/**
 * A link that a record holds.
 *
 * @param url and others that are right, too
 * @param repository {@code owner/name}, or null unless {@code kind} is {@code GITHUB_REPOSITORY}
 * @param availability null where it is not labelled
 * @param optional readers may differ whether it is a link at all: it never counts
 */
record GoldLink(
    Accepted<String> url,
    LinkKind kind,
    String repository,
    Accepted<Availability> availability,
    boolean optional) {

  /** A link of which only the address is labelled. */
  GoldLink(String url, LinkKind kind, String repository) {
    this(Accepted.only(url), kind, repository, null, false);
  }
}
