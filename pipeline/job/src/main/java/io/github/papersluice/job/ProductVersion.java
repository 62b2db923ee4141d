package io.github.papersluice.job;

import picocli.CommandLine.IVersionProvider;

/** This program's version. */
public final class ProductVersion implements IVersionProvider {
  private static final String UNPACKAGED = "0-unpackaged";

  /** The version in the jar's manifest; a fixed word where classes run without their jar. */
  static String current() {
    String version = ProductVersion.class.getPackage().getImplementationVersion();
    return version == null ? UNPACKAGED : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Papersluice " + current()};
  }
}
