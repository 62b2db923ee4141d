package io.github.papersluice.text.rules;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words that rules and code know, each with its classes. A word stands once, in one place:
 *
 * <pre>
 * # What a number of this class counts.
 * PARAMETER: parameter parameters weights
 * SERIES MODEL: models family
 *   families
 * every ACTING is VERB
 * -: than no not
 * </pre>
 *
 * <p>A line names all classes of the words behind the colon, {@code -} for words that have none and
 * are named by rules alone; a line that begins with a space continues it. {@code every A is B} puts
 * each word of A into B, too. Words are letters only; their case does not matter.
 */
public final class Lexicon {
  /** The first symbol that is a word: any word that is not in the lexicon. */
  static final int UNKNOWN_WORD = 128;

  private final Class<?> room;
  private final WordTable words;
  private final Map<String, Integer> kinds;
  private final Map<String, SymbolSet> classes;

  private Lexicon(
      Class<?> room, WordTable words, Map<String, Integer> kinds, Map<String, SymbolSet> classes) {
    this.room = room;
    this.words = words;
    this.kinds = kinds;
    this.classes = classes;
  }

  /**
   * Reads a lexicon.
   *
   * @param room the class beside which the resource lies
   * @param resource its name
   * @param kinds the kinds of tokens that are neither words nor ASCII marks, by the name that rules
   *     call them: numbers from 1 to 31
   * @throws RuleFileException if the file cannot be used
   */
  public static Lexicon read(Class<?> room, String resource, Map<String, Integer> kinds) {
    return of(room, ResourceLines.read(room, resource), kinds);
  }

  static Lexicon of(Class<?> room, ResourceLines lines, Map<String, Integer> kinds) {
    LexiconReader reader = new LexiconReader(lines);
    reader.read();
    return new Lexicon(room, reader.words(), Map.copyOf(kinds), reader.classes());
  }

  /**
   * The symbol of a word, for {@link TokenView#symbol}: one for all words that no list holds.
   *
   * @param text holds the word's bytes
   * @param start index of its first byte
   * @param end index after its last byte
   */
  public int symbol(byte[] text, int start, int end) {
    return UNKNOWN_WORD + words.find(text, start, end);
  }

  /** How many symbols there are; all are smaller. */
  public int symbols() {
    return UNKNOWN_WORD + 1 + words.count();
  }

  /**
   * The symbols of a class's words.
   *
   * @throws IllegalArgumentException if there is no such class
   */
  public int[] members(String wordClass) {
    SymbolSet set = classes.get(wordClass);
    if (set == null) {
      throw new IllegalArgumentException(
          "the lexicon has no class " + wordClass + "; it has " + classNames());
    }
    return set.symbols();
  }

  Collection<String> classNames() {
    return new TreeMap<>(classes).keySet();
  }

  Class<?> room() {
    return room;
  }

  /** The symbol of a word, or {@link #UNKNOWN_WORD} if no list holds it. */
  int symbol(String word) {
    return UNKNOWN_WORD + words.find(word);
  }

  /** The symbols of a class or kind, or null if there is none of that name. */
  SymbolSet named(String name) {
    Integer kind = kinds.get(name);
    if (kind != null) {
      return none().add(kind);
    }
    return switch (name) {
      case "WORD" -> none().addRange(UNKNOWN_WORD, symbols());
      case "ANY" -> none().addRange(1, symbols());
      case "EDGE" -> none().add(0);
      default -> classes.get(name);
    };
  }

  SymbolSet none() {
    return new SymbolSet(symbols());
  }
}
