/**
 * SQL over a published snapshot: its tables as views of DuckDB, results as text. Knows DuckDB by
 * its JDBC driver only, which need not be there.
 */
package io.github.papersluice.query;
