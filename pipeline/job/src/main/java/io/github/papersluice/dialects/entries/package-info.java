/** Structured forms: containers of entries, times a map of the names that fields have in them. */
package io.github.papersluice.dialects.entries;
