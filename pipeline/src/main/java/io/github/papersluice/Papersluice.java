package io.github.papersluice;

/** The command line's entry point. */
public final class Papersluice {
  private Papersluice() {}

  public static void main(String[] args) {
    System.out.println("papersluice");
  }
}
