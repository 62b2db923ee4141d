package io.github.papersluice.text.links;

/** What {@code availability.rules} decide on. */
enum LinkSaying {
  /** The thing behind the link can be had now. */
  AVAILABLE,

  /** It is promised for later. */
  PROMISED,

  /** The sentence says neither, or denies the thing. */
  UNKNOWN,

  /** What is said of the link before it in the same sentence. */
  AS_BEFORE,

  /** The link is a sentence by itself: what the sentence before it says of code or data. */
  SENTENCE_BEFORE
}
