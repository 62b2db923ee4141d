package io.github.papersluice.report;

import io.github.papersluice.tables.ModelSizeRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** How large the models are that the papers name. */
final class SizeTotals {
  /**
   * A model by its name and size, at its first mention.
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
      Comparator.comparingLong(LargeModel::parameters).reversed().thenComparing(LargeModel::model);

  private final long[] counts = new long[SizeScale.bins()];
  private final FrequentItems[] models = new FrequentItems[SizeScale.bins()];
  private final FrequentItems[] values = new FrequentItems[SizeScale.bins()];
  private final TreeSet<LargeModel> largest = new TreeSet<>(LARGEST_FIRST);
  private long count;
  private long named;
  private long papers;
  private long lastRecord;
  private String lastDigest = "";

  /**
   * Counts a mention.
   *
   * @param listedAt the number of its paper in the list of papers, or 0
   */
  void add(ModelSizeRow row, int listedAt) {
    count++;
    countPaper(row);
    String model = row.getModel() == null ? null : Shortened.of(row.getModel(), NAME_LENGTH);
    if (model != null) {
      named++;
    }
    if (row.getParameters() >= 1) {
      addToBin(row.getParameters(), model);
      if (model != null) {
        addToLargest(row, model, listedAt);
      }
    }
  }

  private void countPaper(ModelSizeRow row) {
    if (row.getRecordNumber() != lastRecord || !lastDigest.contentEquals(row.getDigestId())) {
      papers++;
      lastRecord = row.getRecordNumber();
      lastDigest = row.getDigestId().toString();
    }
  }

  private void addToBin(long parameters, String model) {
    int bin = SizeScale.bin(parameters);
    counts[bin]++;
    if (values[bin] == null) {
      values[bin] = new FrequentItems(CAPACITY);
      models[bin] = new FrequentItems(CAPACITY);
    }
    values[bin].add(Quantities.parameters(parameters));
    if (model != null) {
      models[bin].add(model);
    }
  }

  private void addToLargest(ModelSizeRow row, String model, int listedAt) {
    if (largest.size() == LARGEST && row.getParameters() < largest.last().parameters()) {
      return;
    }
    largest.add(
        new LargeModel(
            model,
            row.getParameters(),
            row.getDigestId().toString(),
            row.getRecordNumber(),
            listedAt));
    if (largest.size() > LARGEST) {
      largest.pollLast();
    }
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
  List<FrequentItems.Item> models(int bin, int limit) {
    return models[bin] == null ? List.of() : models[bin].top(limit);
  }

  /** The size named most often in a bin, such as {@code 7B}, or null if the bin is empty. */
  String value(int bin) {
    return values[bin] == null ? null : values[bin].top(1).get(0).name();
  }

  /** The largest named models, each name and size once. */
  List<LargeModel> largest() {
    return new ArrayList<>(largest);
  }
}
