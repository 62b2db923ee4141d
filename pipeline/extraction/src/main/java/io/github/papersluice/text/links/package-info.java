/** Links and their canonical form; what the text says of the code behind them. */
package io.github.papersluice.text.links;
