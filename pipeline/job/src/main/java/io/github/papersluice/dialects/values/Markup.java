package io.github.papersluice.dialects.values;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes HTML and JATS out of a text that may hold mathematics: {@code a<b>c} has no tag. Only known
 * elements count, and of those that enclose text only pairs.
 */
final class Markup {
  private static final Pattern TAG =
      Pattern.compile(
          "<(?<end>/)?(?<prefix>jats:|mml:|xhtml:|m:)?(?<name>[A-Za-z][A-Za-z0-9-]{0,20})"
              + "(?<attributes>(?:\\s[^<>]{0,2000})?)/?>");

  /** The heading of an abstract that is one, as publishers have it. */
  private static final Pattern HEADING =
      Pattern.compile(
          "^\\s*(?:<[^<>]{1,40}>\\s*){0,2}<(jats:title|title|h[1-6]|b|strong)>\\s*(?i:abstract|summary)[:.]?\\s*</\\1>");

  private static final Pattern COMMENT = Pattern.compile("<!--.{0,10000}?-->");

  /** Elements that a text may hold in abstracts of publishers, feeds and pages. */
  private static final Set<String> ELEMENTS =
      Set.of(
          ("p br b i u em strong sub sup span div a h1 h2 h3 h4 h5 h6 ul ol li tt code font small"
                  + " section sec title italic bold sc list list-item monospace underline math mi mo"
                  + " mn mrow msub msup mfrac mtext inline-formula tex-math alternatives"
                  + " ext-link abstract blockquote pre hr q cite img abstracttext jats article")
              .split(" "));

  /** Between these stands a space, not between letters that only look different. */
  private static final Set<String> BREAKS =
      Set.of(
          "p",
          "br",
          "div",
          "li",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "sec",
          "section",
          "title",
          "ul",
          "ol",
          "list",
          "list-item",
          "blockquote",
          "hr",
          "abstract",
          "abstracttext");

  private static final Set<String> ALONE = Set.of("br", "p", "hr", "img", "li");

  private static final Pattern REFERENCE =
      Pattern.compile(
          "&(?:#(?<decimal>[0-9]{1,7})|#[xX](?<hex>[0-9a-fA-F]{1,6})|(?<name>[A-Za-z]{2,8}[0-9]{0,2}));");

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "));

  private static final Pattern SPACES = Pattern.compile(" {2,}");

  private Markup() {}

  /** The text without tags, and with its character references decoded. */
  static String removed(String text) {
    String decoded = text.indexOf('&') < 0 ? text : decoded(text);
    if (decoded.indexOf('<') < 0) {
      return decoded;
    }
    String bare = HEADING.matcher(decoded).replaceFirst("");
    String plain = withoutTags(COMMENT.matcher(bare).replaceAll(" "));
    return plain.equals(decoded) ? decoded : tidied(plain).strip();
  }

  private static String tidied(String plain) {
    return SPACES.matcher(plain).replaceAll(" ");
  }

  private static String withoutTags(String text) {
    Pairs pairs = new Pairs(text.toLowerCase(Locale.ROOT));
    Matcher tag = TAG.matcher(text);
    StringBuilder plain = new StringBuilder(text.length());
    int done = 0;
    while (tag.find()) {
      String name = tag.group("name").toLowerCase(Locale.ROOT);
      if (isTag(tag, name, pairs)) {
        plain.append(text, done, tag.start());
        if (BREAKS.contains(name)) {
          plain.append(' ');
        }
        done = tag.end();
      }
    }
    return plain.append(text, done, text.length()).toString();
  }

  private static boolean isTag(Matcher tag, String name, Pairs pairs) {
    if (tag.group("prefix") != null) {
      return true;
    }
    if (!ELEMENTS.contains(name)) {
      return false;
    }
    return ALONE.contains(name) || pairs.enclose(name);
  }

  /** Which elements a text both begins and ends; each is looked for once. */
  private static final class Pairs {
    private final String lower;
    private final Map<String, Boolean> known = new HashMap<>();

    Pairs(String lower) {
      this.lower = lower;
    }

    boolean enclose(String name) {
      return known.computeIfAbsent(
          name,
          any ->
              lower.contains("</" + name + ">")
                  && (lower.contains("<" + name + ">") || lower.contains("<" + name + " ")));
    }
  }

  private static String decoded(String text) {
    Matcher reference = REFERENCE.matcher(text);
    StringBuilder plain = new StringBuilder(text.length());
    while (reference.find()) {
      String character = character(reference);
      reference.appendReplacement(
          plain, Matcher.quoteReplacement(character == null ? reference.group() : character));
    }
    return reference.appendTail(plain).toString();
  }

  /** What a reference stands for; null if that is not known or no character. */
  static String character(Matcher reference) {
    if (reference.group("name") != null) {
      String known = NAMED.get(reference.group("name"));
      return known != null ? known : NamedCharacters.of(reference.group("name"));
    }
    int codePoint =
        reference.group("decimal") != null
            ? Integer.parseInt(reference.group("decimal"))
            : Integer.parseInt(reference.group("hex"), 16);
    return isCharacter(codePoint) ? Character.toString(codePoint) : null;
  }

  private static boolean isCharacter(int codePoint) {
    return Character.isValidCodePoint(codePoint)
        && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)
        && codePoint != 0;
  }
}
