/**
 * Targets for Jazzer, which {@code scripts/fuzz} runs, and tests that run them on inputs of their
 * own and on what the fuzzer has found.
 */
package io.github.papersluice.fuzzing;
