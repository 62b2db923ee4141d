/** Plain text to records: paragraphs, what each is, and a state machine over them. */
package io.github.papersluice.text.splitting;
