package io.github.papersluice.text.links;

import io.github.papersluice.model.Availability;
import io.github.papersluice.model.TextField;

/**
 * Why a sentence says what it says of the paper's code.
 *
 * @param field where it stands
 * @param noun the word that the deciding rule judged
 * @param said what the sentence says
 * @param rule name and place of the rule in {@code statement.rules}, and of the one in {@code
 *     later.rules} that puts it off, if any
 * @param sentence the sentence
 */
public record CodeReason(
    TextField field, String noun, Availability said, String rule, String sentence) {}
