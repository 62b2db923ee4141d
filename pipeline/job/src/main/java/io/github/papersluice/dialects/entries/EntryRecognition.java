package io.github.papersluice.dialects.entries;

import io.github.papersluice.dialects.Dialect;
import io.github.papersluice.dialects.Head;
import io.github.papersluice.dialects.Recognition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recognises structured forms: containers of entries whose fields have names. */
public final class EntryRecognition {
  public EntryRecognition(Map<String, String> fields) {}

  public List<Dialect> dialects() {
    return List.of();
  }

  public Optional<Recognition> recognise(Head head) {
    return Optional.empty();
  }
}
