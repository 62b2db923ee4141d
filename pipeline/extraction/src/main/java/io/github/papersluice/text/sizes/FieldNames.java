package io.github.papersluice.text.sizes;

/** The tokens of one field, and what tells names in them: what all rules on owners share. */
final class FieldNames {
  final Tokens tokens;

  /** The field is a title, in which ordinary words have capitals. */
  final boolean title;

  final NameShapes shapes;
  final GenericNames generic;
  final NameBounds bounds;
  final NameEnds ends;

  FieldNames(Tokens tokens, boolean title) {
    this.tokens = tokens;
    this.title = title;
    shapes = new NameShapes(tokens);
    generic = new GenericNames(tokens, shapes);
    bounds = new NameBounds(tokens, shapes, generic, title);
    ends = new NameEnds(tokens, shapes, bounds, title);
  }
}
