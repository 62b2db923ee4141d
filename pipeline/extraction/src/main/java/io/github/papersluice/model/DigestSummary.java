package io.github.papersluice.model;

import static java.util.Objects.requireNonNull;

/**
 * What is known of an input digest once it has been read to its end.
 *
 * @param digestId first 16 hex digits of {@code sha256}
 * @param name the file's name below the folder that all inputs have in common, with {@code /}
 * @param sha256 of the file's bytes as stored, 64 lower-case hex digits
 * @param byteLength the file's length in bytes as stored
 * @param format how the bytes were read: {@code utf-8}, {@code utf-16le}, {@code gzip+utf-8},
 *     {@code binary}, ...
 * @param heading the first date line as written, or null
 * @param digestDate ISO date, or null where no year is known
 * @param paperCount how many records it gave
 * @param rejectionCount how many pieces were rejected
 * @param replacements how many ill-formed sequences were replaced by U+FFFD in its records
 */
public record DigestSummary(
    String digestId,
    String name,
    String sha256,
    long byteLength,
    String format,
    String heading,
    String digestDate,
    long paperCount,
    long rejectionCount,
    long replacements) {

  /** Refuses null where it has no meaning. */
  public DigestSummary {
    requireNonNull(digestId, "digestId");
    requireNonNull(name, "name");
    requireNonNull(sha256, "sha256");
    requireNonNull(format, "format");
  }
}
