/** Numbers that say how many parameters a model has, and which model. */
package io.github.papersluice.text.sizes;
