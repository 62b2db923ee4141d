/** Scores extraction against gold labels. */
package io.github.papersluice.evaluation;
