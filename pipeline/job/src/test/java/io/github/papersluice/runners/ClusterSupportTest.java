package io.github.papersluice.runners;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterSupportTest {
  private static final Path CODE =
      Path.of(ClusterSupport.class.getProtectionDomain().getCodeSource().getLocation().getPath());

  @Test
  void isWhereThisCodeComesFromWhenALauncherLoadedItBesideItsOwnLibraries() {
    String launchers = String.join(File.pathSeparator, "/opt/spark/lib/core.jar", "relative.jar");

    assertThat(ClusterSupport.jarBeside(launchers), is(Optional.of(CODE)));
  }

  @Test
  void isNoneWhenTheClassPathHoldsIt() {
    Path here = Path.of("").toAbsolutePath();
    String relative = here.relativize(CODE).toString();

    assertThat(
        ClusterSupport.jarBeside("a.jar" + File.pathSeparator + CODE), equalTo(Optional.empty()));
    assertThat(ClusterSupport.jarBeside("./" + relative), equalTo(Optional.empty()));
  }
}
