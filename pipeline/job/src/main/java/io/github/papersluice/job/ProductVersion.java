package io.github.papersluice.job;

/** This program's version. */
public final class ProductVersion {
  private static final String UNPACKAGED = "0-unpackaged";

  private ProductVersion() {}

  /** The version in the jar's manifest; a fixed word where classes run without their jar. */
  public static String current() {
    String version = ProductVersion.class.getPackage().getImplementationVersion();
    return version == null ? UNPACKAGED : version;
  }
}
