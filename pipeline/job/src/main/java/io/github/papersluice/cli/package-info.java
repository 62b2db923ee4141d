/**
 * Commands, their options and exit status, summary and progress; the only user of the command line
 * library.
 */
package io.github.papersluice.cli;
