package io.github.papersluice.text.sizes;

/** The rules that find the model a size belongs to, in the order in which they are asked. */
enum OwnerRule {
  /** "Foo-7B", "Foo2-VL-3B/7B": joined to the number; nothing else is asked then. */
  JOINED,

  /** "Foo 7B", "Foo 3 8B". */
  NAME_BEFORE,

  /** "Foo (650M)", "Foo models (1B and 7B parameters)". */
  BRACKET,

  /** "Foo, a 7B model", "Foo is a 7B model", "Foo: A 7B Model". */
  EXPLAINED,

  /** "a 65.8M parameter FooNet", "a 7B model named Foo", "a 7B model (Foo)". */
  NAME_AFTER,

  /** "the 7B variant of Foo". */
  MEMBER_OF,

  /** "Foo, a family of models with 4B and 9B". */
  SERIES,

  /** "Foo comes in two sizes, 4B and 9B". */
  OFFERED,

  /** "Foo and Bar have 3M and 8M parameters": of several, so the number has no owner. */
  SHARED,

  /** "Foo with 7B parameters", "Foo, which has 110M parameters". */
  SAID_OF_NAME,

  /** "With only 3M parameters, Foo outperforms". */
  OPENING_ASIDE,

  /** "Foo models in size 1B", "Foo achieves this with only 5M parameters". */
  SUBJECT,

  /** "Foo has 1.4B parameters but only 50M active ones": the owner of the other count. */
  OTHER_COUNT,

  /** "Foo-4B over 1.7B", "the 13B gain": the owner of another number in the sentence. */
  OTHER_MENTION,

  /** No rule found one. */
  NONE
}
