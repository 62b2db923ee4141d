/** Where snapshots lie: the local file system, or what the caller brings. */
package io.github.papersluice.snapshot.storage;
