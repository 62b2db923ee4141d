package io.github.papersluice.snapshot;

import io.github.papersluice.snapshot.storage.LocalStorage;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that takes an output, begins to write, says so, and waits to be killed. */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] arguments) throws Exception {
    LocalStorage storage = new LocalStorage(Path.of(arguments[0]));
    SnapshotPublisher publisher = SnapshotPublisher.open(storage);
    Sample.write(storage, publisher.staging(), "dead", WriteOptions.DEFAULT);
    System.out.print('!');
    System.out.flush();
    new CountDownLatch(1).await();
  }
}
