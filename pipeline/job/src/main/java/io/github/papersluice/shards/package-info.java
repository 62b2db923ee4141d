/** What is made of a shard: read, split, find, write. Plain Java, without Beam. */
package io.github.papersluice.shards;
