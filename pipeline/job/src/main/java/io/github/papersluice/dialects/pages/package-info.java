/**
 * Readers of saved pages: Markdown, HTML, and text with labels, numbers or a page's marks.
 *
 * <p>A page goes through five stages. {@code PageForm} makes typed blocks of it with the library of
 * its form; {@code Pieces} cuts them at labels, dates and furniture; {@code Anchors} finds the form
 * in which the page shows its titles; {@code CardReader} reads the pieces from one title to the
 * next; {@code Verdict} and {@code Doubts} refuse what is not plausible. A label in another
 * language is a word in {@code labels.txt}. A new form needs a case in {@code
 * resources/dialects/pages} first, and most often nothing else.
 */
package io.github.papersluice.dialects.pages;
