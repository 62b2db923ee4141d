package io.github.papersluice.reading;

import java.io.Serializable;

/**
 * What a digest holds from its beginning to its end.
 *
 * @param heading the first date line as written, or null
 * @param papers how many records
 * @param rejections how many pieces are rejected
 * @param replacements how many sequences and characters are replaced by U+FFFD in its records
 */
public record DigestTotals(String heading, long papers, long rejections, long replacements)
    implements Serializable {}
