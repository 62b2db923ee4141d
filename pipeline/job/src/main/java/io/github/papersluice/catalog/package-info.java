/**
 * The files that describe a snapshot to the ecosystem's tools: a Frictionless Data Package and an
 * MLCommons Croissant description, derived from the tables' schemas and the list of parts. Reads no
 * file and no clock, and says nothing that it was not told.
 */
package io.github.papersluice.catalog;
