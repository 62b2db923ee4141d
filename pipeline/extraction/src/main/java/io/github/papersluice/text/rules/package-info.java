/**
 * Decision lists over tokens, read from resource files: {@link
 * io.github.papersluice.text.rules.Lexicon} holds the words by class, {@link
 * io.github.papersluice.text.rules.RuleList} a list of named rules of which the first that fits
 * decides. Each room of {@code text} brings its own files and its own tokens.
 *
 * <h2>A file of rules</h2>
 *
 * <pre>
 * # A comment is a line of its own.
 * set OPEN = '$' | '{' | '('
 *
 * no-more-than: (no | not) more than OPEN* &#64; =&gt; AT_MOST
 *   = A model of no more than [[7B]] parameters wins.
 *   ! Not more than two of the [[7B]] models win.
 * </pre>
 *
 * A rule is its name, a pattern and the value that it decides on, {@code -} for none. A line with
 * {@code =} is a text whose marked place this very rule must decide, one with {@code !} a text in
 * which it must decide nothing; a rule without a case of the first kind is refused. A line that
 * begins with a space and is no case continues the rule above.
 *
 * <h2>A pattern</h2>
 *
 * The elements stand in reading order. {@code &#64;} is the place that is judged; what stands left
 * of it is matched from there to the left, what stands right of it to the right.
 *
 * <ul>
 *   <li>{@code than}: this word, in any case of letters; it must be in the lexicon.
 *   <li>{@code PARAMETER}: a word of this class, a token of this kind, or one of this set; {@code
 *       WORD} is any word, {@code ANY} any token, {@code EDGE} what lies outside of the text.
 *   <li>{@code '$'}: this mark.
 *   <li>{@code (no | not | PARAMETER)}: one of these; {@code (WORD less STOP | than)}: one of the
 *       first that is none of the second.
 *   <li>{@code x?}, {@code x*}, {@code x+}, {@code x{4}}: at most one, any number, at least one, at
 *       most four. They take all they can get and give nothing back, so a pattern is matched in one
 *       pass; what could never be reached behind them is refused.
 *   <li>{@code !x}: the next token is none of these; takes nothing.
 *   <li>{@code _x}: nothing stands between x and the token before it; {@code ~x}: a space does.
 *   <li>{@code ^x}: x begins with a capital letter.
 *   <li>{@code &#64;[attached !spelled]}: what the caller knows of the place beforehand; {@code
 *       &#64;CODE}: what its first token is; {@code _&#64;} and {@code ~&#64;} as for others.
 * </ul>
 */
package io.github.papersluice.text.rules;
