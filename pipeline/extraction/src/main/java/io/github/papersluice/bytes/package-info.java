/** Bytes of text looked at eight at a time, as a {@code long}. Knows nothing but Java. */
package io.github.papersluice.bytes;
