/**
 * Scores extraction against gold labels: links, repositories, availability, code status, model
 * sizes, their roles and models. Takes what was extracted as {@link
 * io.github.papersluice.evaluation.EvaluatedRecord}s, from wherever it comes, and knows nothing of
 * how it was found.
 */
package io.github.papersluice.evaluation;
