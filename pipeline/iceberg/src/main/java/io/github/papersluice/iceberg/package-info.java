/** Snapshots as versions of Apache Iceberg tables: a jar of its own, as its libraries are large. */
package io.github.papersluice.iceberg;
