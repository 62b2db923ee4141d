/** The job beside other ways to do its work: whole processes, and stages alone. */
package io.github.papersluice.bench;
