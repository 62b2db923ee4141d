package io.github.papersluice.hash;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Of Bouncy Castle the runnable jar has a part only: enough for the native code. */
class RunnableJarSha256IT {
  @Test
  void theJarHasNativeCodeWhereTheLibraryHasIt() throws Exception {
    Path jar = Path.of(System.getProperty("papersluice.jar", "target/dist/lib/papersluice.jar"));
    URL[] path = {jar.toUri().toURL()};
    try (URLClassLoader classes = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
      Method isAvailable =
          classes.loadClass(NativeSha256.class.getName()).getDeclaredMethod("isAvailable");
      isAvailable.setAccessible(true);
      assertThat(isAvailable.invoke(null), is(NativeSha256.isAvailable()));
    }
  }
}
