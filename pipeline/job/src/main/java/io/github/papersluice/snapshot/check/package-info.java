/** Reads snapshots back: verifies, compares and takes over their rows. */
package io.github.papersluice.snapshot.check;
