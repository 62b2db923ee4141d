/** Readers of saved pages: blocks of Markdown, HTML or labelled text, and the papers in them. */
package io.github.papersluice.dialects.pages;
