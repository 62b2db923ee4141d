package io.github.papersluice.runners;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunnerJarTest {
  private static final Path CODE =
      Path.of(RunnerJar.class.getProtectionDomain().getCodeSource().getLocation().getPath());

  @Test
  void isWhereThisCodeComesFromWhenALauncherLoadedItBesideItsOwnLibraries() {
    String launchers = String.join(File.pathSeparator, "/opt/spark/lib/core.jar", "relative.jar");

    assertThat(RunnerJar.besideClassPath(launchers), is(Optional.of(CODE)));
  }

  @Test
  void isNoneWhenTheClassPathHoldsIt() {
    Path here = Path.of("").toAbsolutePath();
    String relative = here.relativize(CODE).toString();

    assertThat(
        RunnerJar.besideClassPath("a.jar" + File.pathSeparator + CODE), equalTo(Optional.empty()));
    assertThat(RunnerJar.besideClassPath("./" + relative), equalTo(Optional.empty()));
  }
}
