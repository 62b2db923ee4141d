package io.github.papersluice.reading;

import io.github.papersluice.dialects.DialectChoice;
import io.github.papersluice.dialects.DialectReader;
import io.github.papersluice.dialects.Dialects;
import io.github.papersluice.dialects.Head;
import io.github.papersluice.dialects.Recognition;
import io.github.papersluice.dialects.RowReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.HashMap;
import java.util.Map;

/** The readers of a run's dialects, made when they are first needed. For one thread. */
final class DialectReaders {
  private final Dialects dialects;
  private final Map<String, DialectReader> readers = new HashMap<>();

  DialectReaders(DialectChoice choice) {
    this.dialects = Dialects.of(choice);
  }

  /** The dialect of a digest whose first bytes these are, or all of them. */
  Recognition recognise(byte[] bytes, int length) {
    return dialects.recognise(Head.of(bytes, length));
  }

  static boolean isPlainText(Recognition recognition) {
    return recognition.dialect().name().equals(Dialects.PLAIN_TEXT.name());
  }

  /** A reader for the dialect that was recognised. */
  DialectReader reader(Recognition recognition) {
    String name = recognition.dialect().name();
    return dialects.all().contains(recognition.dialect())
        ? readers.computeIfAbsent(name, any -> recognition.dialect().reader())
        : recognition.dialect().reader();
  }

  /** A reader for the pieces of a digest in this dialect. */
  RowReader rowReader(String dialect) {
    return (RowReader) readers.computeIfAbsent(dialect, name -> dialects.named(name).reader());
  }

  /** A digest's decoded content with its beginning, which was read ahead. */
  record Opened(Recognition recognition, InputStream utf8) {}

  Opened open(InputStream utf8) throws IOException {
    byte[] head = utf8.readNBytes(Head.MOST_BYTES + 1);
    return new Opened(
        recognise(head, head.length),
        new SequenceInputStream(new ByteArrayInputStream(head), utf8));
  }
}
