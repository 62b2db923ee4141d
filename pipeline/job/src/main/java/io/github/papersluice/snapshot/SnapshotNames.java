package io.github.papersluice.snapshot;

import java.util.regex.Pattern;

/** The names in an output folder. */
public final class SnapshotNames {
  public static final String LOCK = ".papersluice.lock";
  public static final String LATEST = "LATEST";

  /** What was published, newest first; see {@link PublicationHistory}. */
  public static final String HISTORY = "HISTORY";

  public static final String SUCCESS = "_SUCCESS";
  public static final String SUMS = "SHA256SUMS";

  /** A run's own folder: {@code .staging-<random>}. */
  public static final String STAGING = ".staging-";

  /** The snapshot that is being replaced: {@code .replaced-<name>}. */
  public static final String REPLACED = ".replaced-";

  /** How many characters a snapshot's name has at most. */
  static final int LONGEST = 100;

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0," + (LONGEST - 1) + "}");

  private SnapshotNames() {}

  /** Whether a snapshot may have this name: what every file system and object store takes. */
  public static boolean isValid(String name) {
    return NAME.matcher(name).matches()
        && !name.equals(LATEST)
        && !name.equals(HISTORY)
        && !name.endsWith(".");
  }
}
