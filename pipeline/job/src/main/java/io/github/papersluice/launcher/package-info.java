/** What the launcher calls beside the job itself. */
package io.github.papersluice.launcher;
