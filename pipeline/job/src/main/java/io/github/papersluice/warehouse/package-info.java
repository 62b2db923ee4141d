/**
 * The scripts that load a snapshot into a data warehouse, one for each engine, derived from the
 * tables' schemas. Knows the engines' SQL; opens no connection and reads no file.
 */
package io.github.papersluice.warehouse;
