package io.github.papersluice.text.links;

import io.github.papersluice.model.LinkKind;

/**
 * A link at one place of a text.
 *
 * @param startByte index in {@link io.github.papersluice.model.Utf8Text#array()} of the link as
 *     written, without the punctuation around it
 * @param endByte index after its last byte
 * @param url the canonical URL
 * @param host the URL's host in lower case, without user and port
 * @param kind what it leads to
 * @param owner the account or groups that the URL names, as written, or null
 * @param name the repository that the URL names, as written, or null
 */
public record LinkMention(
    int startByte,
    int endByte,
    String url,
    String host,
    LinkKind kind,
    String owner,
    String name) {}
