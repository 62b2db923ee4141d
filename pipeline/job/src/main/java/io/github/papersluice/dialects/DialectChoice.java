package io.github.papersluice.dialects;

import java.io.Serializable;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run says of the dialects of its digests.
 *
 * @param dialect the name of the dialect that all of them are in, or null to recognise each
 * @param fields paths of fields by the names of columns, which come before those that are known:
 *     {@code title} to {@code body.headline}
 */
public record DialectChoice(String dialect, SortedMap<String, String> fields)
    implements Serializable {
  /** Every digest is recognised, by the fields that are known. */
  public static final DialectChoice RECOGNISE = new DialectChoice(null, new TreeMap<>());

  /** Keeps a copy of the map. */
  public DialectChoice {
    fields = new TreeMap<>(fields);
  }
}
