package io.github.papersluice.evaluation;

import io.github.papersluice.model.LinkKind;

/**
 * A link that a record holds.
 *
 * @param repository {@code owner/name}, or null unless {@code kind} is {@code GITHUB_REPOSITORY}
 */
record GoldLink(String url, LinkKind kind, String repository) {}
