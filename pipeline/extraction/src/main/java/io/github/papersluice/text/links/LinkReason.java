package io.github.papersluice.text.links;

import io.github.papersluice.model.Availability;
import io.github.papersluice.model.LinkKind;
import io.github.papersluice.model.TextField;

/**
 * Why a mention of a link is judged as it is.
 *
 * @param field where it stands
 * @param surface as written
 * @param kind what it leads to
 * @param availability what is said of it at this mention
 * @param rule name and place of the rule in {@code availability.rules} that decided, {@code
 *     "released availability.rules:51"}; null where none did, and for a field that is an address
 * @param code what the link says of the paper's code, and why
 * @param sentence the text that was looked at
 */
public record LinkReason(
    TextField field,
    String surface,
    LinkKind kind,
    Availability availability,
    String rule,
    String code,
    String sentence) {}
