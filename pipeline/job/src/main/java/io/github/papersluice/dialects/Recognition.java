package io.github.papersluice.dialects;

/**
 * Which dialect a digest is in, and why.
 *
 * @param dialect the dialect
 * @param reason what was seen, in words that follow "because it is": {@code a JSON array whose
 *     objects hold title and summary}
 */
public record Recognition(Dialect dialect, String reason) {}
