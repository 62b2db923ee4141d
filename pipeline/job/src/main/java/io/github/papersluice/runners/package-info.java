/** What each runner of Beam needs, and the options of Beam. */
package io.github.papersluice.runners;
