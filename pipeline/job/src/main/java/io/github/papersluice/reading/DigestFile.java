package io.github.papersluice.reading;

import java.io.Serializable;

/**
 * An input file.
 *
 * @param name its name below the folder that all inputs have in common, with {@code /}; unique
 *     among the inputs of a run
 * @param location where it is opened: an absolute path or a URI
 * @param size its length in bytes when the run was planned
 */
public record DigestFile(String name, String location, long size) implements Serializable {}
