package io.github.papersluice.report;

import io.github.papersluice.tables.ModelSizeRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.util.Utf8;

/** How large the models are that the papers name. */
final class SizeTotals {
  /**
   * A model by its name, at the first mention of its largest size.
   *
   * @param listedAt the number of its paper in the list of papers, from 1; 0 if that is not listed
   */
  record LargeModel(
      String model, long parameters, String digestId, long recordNumber, int listedAt) {}

  /** How many of the largest models are kept. */
  static final int LARGEST = 12;

  private static final int NAME_LENGTH = 60;

  /** Distinct names in a bin of the scale up to which their counts are exact. */
  private static final int CAPACITY = 512;

  private static final Comparator<LargeModel> LARGEST_FIRST =
      Comparator.comparingLong(LargeModel::parameters)
          .reversed()
          .thenComparing(model -> key(model.model()));

  private final long[] counts = new long[SizeScale.bins()];
  private final List<FrequentItems<Utf8>> models = new ArrayList<>();
  private final List<FrequentItems<Long>> values = new ArrayList<>();
  private final Map<String, LargeModel> largest = new HashMap<>();
  private long count;
  private long named;
  private long papers;
  private long smallestKept = 1;
  private long lastRecord;
  private Utf8 lastDigest = new Utf8();

  SizeTotals() {
    for (int bin = 0; bin < SizeScale.bins(); bin++) {
      models.add(FrequentItems.ofTexts(CAPACITY));
      values.add(FrequentItems.ofNumbers(CAPACITY));
    }
  }

  /**
   * Counts a mention.
   *
   * @param listedAt the number of its paper in the list of papers, or 0
   */
  void add(ModelSizeRow row, int listedAt) {
    count++;
    countPaper(row);
    if (row.getModel() != null) {
      named++;
    }
    if (row.getParameters() >= 1) {
      addToBin(row);
      if (row.getModel() != null) {
        addToLargest(row, listedAt);
      }
    }
  }

  private void countPaper(ModelSizeRow row) {
    if (row.getRecordNumber() != lastRecord || !lastDigest.equals(row.getDigestId())) {
      papers++;
      lastRecord = row.getRecordNumber();
      lastDigest = new Utf8(row.getDigestId());
    }
  }

  private void addToBin(ModelSizeRow row) {
    int bin = SizeScale.bin(row.getParameters());
    counts[bin]++;
    values.get(bin).add(row.getParameters());
    if (row.getModel() != null) {
      models.get(bin).add(FrequentItems.bounded(row.getModel()));
    }
  }

  private void addToLargest(ModelSizeRow row, int listedAt) {
    if (row.getParameters() < smallestKept) {
      return;
    }
    LargeModel model =
        new LargeModel(
            Shortened.of(row.getModel(), NAME_LENGTH),
            row.getParameters(),
            row.getDigestId().toString(),
            row.getRecordNumber(),
            listedAt);
    largest.merge(
        key(model.model()), model, (old, now) -> now.parameters() > old.parameters() ? now : old);
    if (largest.size() > LARGEST) {
      LargeModel last = Collections.max(largest.values(), LARGEST_FIRST);
      largest.remove(key(last.model()));
      smallestKept = last.parameters();
    }
  }

  // Papers spell a model's name with spaces, hyphens and capitals as they like: DeepSeek-R1,
  // Deepseek R1. What has neither letters nor digits is its own key.
  private static String key(String model) {
    String key =
        model
            .codePoints()
            .filter(Character::isLetterOrDigit)
            .map(Character::toLowerCase)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return key.isEmpty() ? model : key;
  }

  long count() {
    return count;
  }

  /** Mentions that name a model. */
  long named() {
    return named;
  }

  /** Papers with a mention. */
  long papers() {
    return papers;
  }

  /** Mentions in a bin of the {@link SizeScale}. */
  long count(int bin) {
    return counts[bin];
  }

  /** The models named most often in a bin. */
  List<String> models(int bin, int limit) {
    return models.get(bin).top(limit).stream().map(item -> item.item().toString()).toList();
  }

  /** The size named most often in a bin that is not empty, such as {@code 7B}. */
  String value(int bin) {
    return Quantities.parameters(values.get(bin).top(1).get(0).item());
  }

  /** The largest named models, each name once, at its largest size. */
  List<LargeModel> largest() {
    return largest.values().stream().sorted(LARGEST_FIRST).toList();
  }
}
