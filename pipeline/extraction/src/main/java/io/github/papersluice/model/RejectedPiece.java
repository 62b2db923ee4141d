package io.github.papersluice.model;

/**
 * A rejection and the digest that holds it.
 *
 * @param digestId the digest
 * @param ordinal its place among the digest's rejections, from 1
 * @param rejection what and why
 */
public record RejectedPiece(String digestId, long ordinal, Rejection rejection) {}
