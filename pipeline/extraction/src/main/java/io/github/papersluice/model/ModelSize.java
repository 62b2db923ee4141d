package io.github.papersluice.model;

/**
 * A mention of a model's number of parameters.
 *
 * @param field the field that holds the mention
 * @param start first code point of {@code surface} in the field, from 0
 * @param end code point after the last one
 * @param surface the number and its unit exactly as written, and nothing else
 * @param parameters the number of parameters; the nominal product where there are experts
 * @param experts 8 for {@code 8x7B}, else null
 * @param role what the number counts
 * @param model the model's name as written, without the size, or null where the text names none
 * @param exactness how the number is qualified
 */
public record ModelSize(
    TextField field,
    int start,
    int end,
    String surface,
    long parameters,
    Integer experts,
    SizeRole role,
    String model,
    Exactness exactness) {}
