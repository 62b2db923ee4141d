package io.github.papersluice.text.sizes;

import io.github.papersluice.model.Exactness;
import io.github.papersluice.model.SizeRole;
import io.github.papersluice.model.TextField;
import io.github.papersluice.text.rules.Rule;

/**
 * What was decided about a number that could be a model's size, and by which rules.
 *
 * @param field the field that holds it
 * @param start its first code point in the field, from 0
 * @param end the code point after its last one
 * @param surface the number and its unit as written
 * @param parameters what it counts, if it counts parameters
 * @param isSize whether it is a model's size
 * @param phraseRule the rule that judged it by its phrase; null if it is part of a link
 * @param recordRule the rule that judged it by the rest of the record; null if the phrase settled
 *     it
 * @param role what it counts; null if it is no size
 * @param roleRule the rule that decided the role; null if none did, or none was asked
 * @param exactness how it is qualified; null if it is no size
 * @param exactnessRule the rule that decided so; null if none did, or none was asked
 * @param model its owner's name; null if there is none, or none was asked for
 * @param ownerRule the rule that found the owner, or found that there is none; null if none was
 *     asked
 */
public record SizeExplanation(
    TextField field,
    int start,
    int end,
    String surface,
    long parameters,
    boolean isSize,
    String phraseRule,
    String recordRule,
    SizeRole role,
    String roleRule,
    Exactness exactness,
    String exactnessRule,
    String model,
    String ownerRule) {

  static SizeExplanation of(Mention mention, TextField field, int start, int end, String surface) {
    boolean isSize = mention.verdict == Mention.Verdict.YES;
    return new SizeExplanation(
        field,
        start,
        end,
        surface,
        mention.parameters,
        isSize,
        name(mention.phraseRule),
        mention.recordRule == null ? null : mention.recordRule.name(),
        isSize ? mention.role() : null,
        name(mention.roleRule),
        isSize ? mention.exactness() : null,
        name(mention.exactnessRule),
        mention.model,
        isSize ? mention.owner.name() : null);
  }

  private static String name(Rule<?> rule) {
    return rule == null ? null : rule.name();
  }
}
