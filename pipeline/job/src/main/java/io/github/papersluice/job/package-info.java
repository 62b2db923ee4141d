/** One run, from its settings to a published snapshot; and the repetition of one. */
package io.github.papersluice.job;
