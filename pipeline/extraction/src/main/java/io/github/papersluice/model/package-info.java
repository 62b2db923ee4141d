/**
 * Values: what a digest holds and what is found in it. Records and enums that import {@code java.*}
 * only and know nothing of files, formats or runners.
 */
package io.github.papersluice.model;
