package io.github.papersluice.dialects;

import io.github.papersluice.text.splitting.DigestOffsets;
import io.github.papersluice.text.splitting.RecordSink;
import io.github.papersluice.text.splitting.RecordSplitter;
import java.io.IOException;
import java.io.InputStream;

/** Plain text: a title, a blank line, an abstract. */
final class PlainTextReader implements DialectReader {

  @Override
  public void read(InputStream utf8, RecordSink sink) throws IOException {
    new RecordSplitter(sink).split(utf8, 0, null, DigestOffsets.SAME);
  }
}
