/** Tables as Apache Parquet files: a format of its own jar, as its libraries are large. */
package io.github.papersluice.parquet;
