/**
 * Values of fields as the tables spell them: ids, dates, names and texts, whatever their source.
 */
package io.github.papersluice.dialects.values;
