/**
 * Plain Java over text: splitting a digest into records, finding links, model sizes and what is
 * said of code. Knows nothing of Beam, Avro, files or the clock.
 */
package io.github.papersluice.text;
