package io.github.papersluice.dialects.values;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * arXiv ids without version, as https://info.arxiv.org/help/arxiv_identifier.html describes them:
 * {@code 2601.00101} since April 2007, {@code hep-th/9901001} before.
 */
public final class ArxivId {
  private static final String ID =
      "(?<id>[0-9]{2}(?:0[1-9]|1[0-2])\\.[0-9]{4,5}"
          + "|[a-z]+(?:-[a-z]+)*(?:\\.[A-Z]{2})?/[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{3})"
          + "(?:v[0-9]{1,3})?";
  private static final Pattern WHOLE = Pattern.compile(ID);

  /** After {@code arXiv:}, {@code oai:arXiv.org:}, {@code 10.48550/arXiv.} or in an address. */
  private static final Pattern MARKED =
      Pattern.compile(
          "(?i:arxiv(?:\\.org)?:\\s*|10\\.48550/arxiv\\."
              + "|(?:arxiv|alphaxiv)\\.org/(?:abs|pdf|html|ps|format|src|e-print|overview)/(?:arxiv:)?"
              + "|huggingface\\.co/papers/|^/?papers/|ar5iv[a-z.]*/(?:html|abs)/)"
              + ID
              + "(?![0-9])");

  private static final int LONGEST = 4000;

  private ArxivId() {}

  /**
   * The id that a value is, or that its mark or address names.
   *
   * @param value an id, address or reference, or null
   * @return null if it names none
   */
  public static String of(String value) {
    if (value == null || value.length() > LONGEST || !hasDigit(value)) {
      return null;
    }
    Matcher whole = WHOLE.matcher(value);
    if (whole.matches()) {
      return whole.group("id");
    }
    return markedIn(value);
  }

  /** Every id has one; most values that are none have not, and cost no matching. */
  private static boolean hasDigit(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= '0' && c <= '9') {
        return true;
      }
    }
    return false;
  }

  /**
   * The first id in a text that a mark ({@code arXiv:2601.00101}) or address goes before.
   *
   * @return null if there is none
   */
  public static String markedIn(String text) {
    Matcher marked = MARKED.matcher(text);
    return marked.find() ? marked.group("id") : null;
  }
}
