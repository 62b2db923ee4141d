package io.github.papersluice.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.transforms.RunProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final StringWriter terminal = new StringWriter();

  @Test
  void it_tells_bytes_records_and_rate() {
    assertThat(
        ProgressLine.text(1_500_000, 20_000_000, 12_345, 3),
        is("7 %, 1.5 of 20.0 MB, 12,345 records, 0.5 MB/s, 37 s left"));
  }

  @Test
  void it_follows_its_source_and_goes_when_it_is_closed() throws InterruptedException {
    CountDownLatch askedFirst = new CountDownLatch(1);
    CountDownLatch askedSecond = new CountDownLatch(2);
    try (ProgressLine line =
        new ProgressLine(
            new PrintWriter(terminal),
            20_000_000,
            () -> {
              askedFirst.countDown();
              return new RunProgress(1_000_000, 7);
            })) {
      assertThat(askedFirst.await(20, TimeUnit.SECONDS), is(true));
      line.follow(
          () -> {
            askedSecond.countDown();
            return new RunProgress(2_000_000, 11);
          });
      // When it is asked again, the first answer has been printed.
      assertThat(askedSecond.await(20, TimeUnit.SECONDS), is(true));
    }
    assertThat(terminal.toString(), containsString("1.0 of 20.0 MB, 7 records"));
    assertThat(terminal.toString(), containsString("2.0 of 20.0 MB, 11 records"));
    assertThat(terminal.toString(), endsWith("\r\u001b[K"));
  }
}
