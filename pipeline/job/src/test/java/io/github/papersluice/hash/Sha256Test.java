package io.github.papersluice.hash;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class Sha256Test {
  /** FIPS 180-2, appendix B.1. */
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void theExampleOfTheStandard() throws IOException {
    assertThat(Sha256.of("abc"), is(OF_ABC));
    assertThat(Sha256.of(new ByteArrayInputStream(new byte[] {'a', 'b', 'c'})), is(OF_ABC));
  }

  @Test
  void nativeCodeGivesTheExampleOfTheStandard() {
    assumeNative();
    NativeSha256 sha256 = new NativeSha256();
    sha256.update((byte) 'a');
    sha256.update(new byte[] {'x', 'b', 'c'}, 1, 2);
    assertThat(sha256.getDigestLength(), is(32));
    assertThat(Sha256.hex(sha256), is(OF_ABC));
  }

  @Test
  void nativeCodeGivesWhatJavaGivesForAnyLengthInAnyPortions() {
    assumeNative();
    Random random = new Random(20261124);
    MessageDigest kept = new NativeSha256();
    for (int length = 0; length < 1 << 20; length = length < 300 ? length + 1 : length * 2 + 1) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      String expected = inPortions(Sha256::ofJava, bytes, random);
      assertThat(inPortions(NativeSha256::new, bytes, random), is(expected));
      assertThat(inPortions(() -> kept, bytes, random), is(expected));
    }
  }

  @Test
  void whatWasGivenBeforeAResetDoesNotCount() {
    assumeNative();
    NativeSha256 sha256 = new NativeSha256();
    sha256.update(new byte[1000]);
    sha256.reset();
    sha256.update(new byte[] {'a', 'b', 'c'});
    assertThat(Sha256.hex(sha256), is(OF_ABC));
  }

  @Test
  void muchToHashBringsNativeCode() throws InterruptedException {
    assumeNative();
    Sha256.expect(1 << 30);
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (!(Sha256.start() instanceof NativeSha256) && Instant.now().isBefore(deadline)) {
      Thread.sleep(1);
    }
    assertThat(Sha256.start(), is(instanceOf(NativeSha256.class)));
  }

  private static String inPortions(Supplier<MessageDigest> start, byte[] bytes, Random random) {
    MessageDigest sha256 = start.get();
    for (int done = 0; done < bytes.length; ) {
      int portion = 1 + random.nextInt(bytes.length - done);
      if (random.nextBoolean()) {
        sha256.update(bytes, done, portion);
      } else {
        sha256.update(ByteBuffer.wrap(bytes, done, portion));
      }
      done += portion;
    }
    return Sha256.hex(sha256);
  }

  private static void assumeNative() {
    assumeTrue(NativeSha256.isAvailable(), "Bouncy Castle has no native SHA-256 for this system");
  }
}
