package io.github.papersluice.model;

/**
 * A model size and the paper that holds it.
 *
 * @param digestId the paper's digest
 * @param recordNumber the paper's place there, from 1
 * @param ordinal the mention's place in the paper, from 1
 * @param modelSize offsets count code points of the paper's field
 */
public record PaperModelSize(
    String digestId, long recordNumber, int ordinal, ModelSize modelSize) {}
