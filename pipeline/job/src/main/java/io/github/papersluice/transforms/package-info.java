/**
 * Beam composites and DoFns. They call {@code reading}, {@code text} and {@code snapshot} and hold
 * no logic of their own.
 */
package io.github.papersluice.transforms;
