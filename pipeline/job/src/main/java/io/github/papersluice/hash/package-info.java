/** SHA-256, by which digests, papers, parts and snapshots are known and checked. */
package io.github.papersluice.hash;
