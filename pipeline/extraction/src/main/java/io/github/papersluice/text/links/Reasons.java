package io.github.papersluice.text.links;

import io.github.papersluice.model.Availability;
import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.TextField;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.text.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** Takes down why a record is judged as it is; a run that need not explain has none. */
final class Reasons {
  private final List<LinkReason> links = new ArrayList<>();
  private final List<CodeReason> code = new ArrayList<>();

  LinkExplanation explanation(CodeStatus status) {
    return new LinkExplanation(links, code, status);
  }

  void link(
      TextField field,
      Utf8Text text,
      LinkMention mention,
      Availability said,
      LinkAvailability judged,
      LinkedCode.Decision decision) {
    SentenceTokens tokens = judged.tokens();
    links.add(
        new LinkReason(
            field,
            text.substring(mention.startByte(), mention.endByte()),
            mention.kind(),
            said,
            judged.rule() == null ? null : named(judged.rule()),
            decision.reason() + " " + decision.status(),
            text.substring(tokens.from(), tokens.to()).strip()));
  }

  void address(TextField field, Utf8Text text, LinkMention mention, boolean saysCode) {
    links.add(
        new LinkReason(
            field,
            text.substring(mention.startByte(), mention.endByte()),
            mention.kind(),
            Availability.AVAILABLE,
            null,
            saysCode ? "ADDRESS AVAILABLE" : "ADDRESS NONE",
            text.toString()));
  }

  void sentence(TextField field, Utf8Text text, SentenceTokens tokens, CodeSentence sentence) {
    if (sentence.rule() == null) {
      return;
    }
    String later = sentence.time() == null ? "" : ", put off by " + named(sentence.time());
    code.add(
        new CodeReason(
            field,
            tokens.text(sentence.place()),
            sentence.said(),
            named(sentence.rule()) + later,
            text.substring(tokens.from(), tokens.to()).strip()));
  }

  private static String named(Rule<?> rule) {
    return rule.name() + " " + rule.place();
  }
}
