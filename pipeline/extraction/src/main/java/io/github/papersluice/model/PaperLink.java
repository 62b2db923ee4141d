package io.github.papersluice.model;

/**
 * A link and the paper that holds it.
 *
 * @param digestId the paper's digest
 * @param recordNumber the paper's place there, from 1
 * @param ordinal the link's place in the paper, from 1
 * @param link offsets count code points of the paper's field
 */
public record PaperLink(String digestId, long recordNumber, int ordinal, Link link) {}
