package io.github.papersluice.dialects.entries;

import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.text.splitting.RecordSink;

/** Takes what nobody asks for. */
final class Unheard implements RecordSink {
  static final RecordSink SINK = new Unheard();

  private Unheard() {}

  @Override
  public void record(PaperText paper) {}

  @Override
  public void rejection(Rejection rejection) {}
}
