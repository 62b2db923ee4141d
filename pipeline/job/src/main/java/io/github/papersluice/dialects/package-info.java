/**
 * Which form a digest is in, and its reader: structured forms in {@code entries}, saved pages in
 * {@code pages}, the values of their fields in {@code values}. Knows nothing of tables.
 */
package io.github.papersluice.dialects;
