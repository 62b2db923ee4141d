package io.github.papersluice.dialects.pages;

import java.util.List;

/** How a page is written. */
enum PageForm {
  MARKDOWN("Markdown") {
    @Override
    List<Block> blocks(String text) {
      return MarkdownBlocks.of(text);
    }
  },

  HTML("an HTML page") {
    @Override
    List<Block> blocks(String text) {
      return HtmlBlocks.of(text);
    }
  },

  TEXT("text with labels, numbers or the marks of a page") {
    @Override
    List<Block> blocks(String text) {
      return PlainBlocks.of(text);
    }
  };

  private final String words;

  PageForm(String words) {
    this.words = words;
  }

  /** What it is, in words that follow "it looks like". */
  String words() {
    return words;
  }

  /** The blocks of a page that is written so. Loads the library that reads it. */
  abstract List<Block> blocks(String text);
}
