package io.github.papersluice.text.links;

import io.github.papersluice.model.Availability;
import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.LinkKind;
import io.github.papersluice.text.rules.RuleList;
import java.util.List;

/** What a link and the clause that leads to it say of the paper's code. */
final class LinkedCode {
  private static final boolean[] CODE = ReleaseWords.members("CODE");
  private static final boolean[] PROGRAM = ReleaseWords.members("PROGRAM");
  private static final boolean[] SOURCE = ReleaseWords.members("SOURCE");
  private static final boolean[] DATA = ReleaseWords.members("DATA");

  private static final boolean[] REPOSITORY = ReleaseWords.members("REPOSITORY");

  static final RuleList<Reason> USES =
      RuleList.read(ReleaseWords.LEXICON, "use.rules", Reason.class, List.of());

  /** A label of more words says something else, too. */
  private static final int LABEL = 4;

  private boolean code;
  private boolean program;
  private boolean data;

  /** Why a link says something of the code or does not. */
  enum Reason {
    /** The clause names code, and says what becomes of the thing behind the link. */
    CODE_NAMED,

    /** The clause says nothing of code; a place that hosts code suggests it. */
    HOST_OF_CODE,

    /** The clause names only something else, such as a data set. */
    OTHER_THING_NAMED,

    /** The clause says that the thing is used. */
    USED,

    /** A page of which the clause does not say that code is there. */
    PAGE
  }

  /**
   * A decision.
   *
   * @param certain the clause names code
   */
  record Decision(Reason reason, CodeStatus status, boolean certain) {}

  static boolean hostsCode(LinkKind kind) {
    return switch (kind) {
      case GITHUB_REPOSITORY, GITHUB_ACCOUNT, GITHUB_GIST, CODE_HOST -> true;
      default -> false;
    };
  }

  /** Decides on the link that was read last. */
  Decision decide(LinkMention mention, LinkAvailability link, Availability said) {
    boolean host = hostsCode(mention.kind());
    readClause(link.tokens(), link.token(), host);
    if (!host) {
      return code
          ? new Decision(Reason.CODE_NAMED, status(said), true)
          : new Decision(Reason.PAGE, CodeStatus.NONE, false);
    }
    if (data && !program && !code) {
      return new Decision(Reason.OTHER_THING_NAMED, CodeStatus.NONE, false);
    }
    if (said != Availability.UNKNOWN) {
      return new Decision(
          code ? Reason.CODE_NAMED : Reason.HOST_OF_CODE, status(said), code || program);
    }
    return USES.first(link.tokens(), link.token(), link.token(), 0) == null
        ? new Decision(Reason.HOST_OF_CODE, CodeStatus.AVAILABLE, false)
        : new Decision(Reason.USED, CodeStatus.NONE, false);
  }

  /** Reads the clause that leads to a link, and the label that LaTeX puts behind it. */
  private void readClause(SentenceTokens tokens, int link, boolean host) {
    code = false;
    program = false;
    data = false;
    for (int i = link - 1; i >= 0 && tokens.symbol(i) != ReleaseWords.LINK; i--) {
      note(tokens, i, host);
    }
    if (tokens.symbol(link + 1) == '}' && tokens.symbol(link + 2) == '{') {
      for (int i = link + 3; i < link + 3 + LABEL && tokens.symbol(i) != '}'; i++) {
        note(tokens, i, host);
      }
    }
  }

  private void note(SentenceTokens tokens, int token, boolean host) {
    int symbol = tokens.symbol(token);
    code |=
        (CODE[symbol] || SOURCE[symbol])
            && (host || (!REPOSITORY[symbol] && CodeSentence.isOwnProgram(tokens, token)));
    program |= PROGRAM[symbol];
    data |= DATA[symbol];
  }

  private static CodeStatus status(Availability said) {
    return switch (said) {
      case AVAILABLE -> CodeStatus.AVAILABLE;
      case PROMISED -> CodeStatus.PROMISED;
      case UNKNOWN -> CodeStatus.NONE;
    };
  }
}
