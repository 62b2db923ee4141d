package io.github.papersluice.snapshot;

import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.LinkKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes the manifest of what the shards report. */
public final class ManifestMaker {
  private final PublishRequest request;
  private final List<ShardReport> reports;

  /** Takes reports that were checked and are in order. */
  public ManifestMaker(PublishRequest request, List<ShardReport> reports) {
    this.request = request;
    this.reports = reports;
  }

  public Manifest make() {
    List<DigestSummary> inputs =
        reports.stream().map(ShardReport::digests).flatMap(Collection::stream).toList();
    SortedMap<String, String> options =
        SnapshotId.options(request.writeOptions(), request.options());
    return new Manifest(
        Manifest.CURRENT_FORMAT,
        new Manifest.Generator(Manifest.GENERATOR, request.version()),
        SnapshotId.of(request.version(), options, SnapshotId.hashes(inputs, request.skipped())),
        options,
        counts(inputs),
        schemas(),
        inputs,
        request.skipped().stream()
            .sorted(Comparator.comparing(Manifest.SkippedInput::name))
            .toList(),
        reports.stream().map(ManifestMaker::shard).toList(),
        outputs());
  }

  private Manifest.Counts counts(List<DigestSummary> inputs) {
    return new Manifest.Counts(
        rows(Table.DIGESTS),
        rows(Table.PAPERS),
        rows(Table.LINKS),
        rows(Table.MODEL_SIZES),
        rows(Table.REJECTIONS),
        inputs.stream().mapToLong(DigestSummary::byteLength).sum(),
        inputs.stream().mapToLong(DigestSummary::replacements).sum(),
        sums(LinkKind.values(), ShardReport::linksByKind),
        sums(CodeStatus.values(), ShardReport::papersByCodeStatus));
  }

  private long rows(Table table) {
    return reports.stream().mapToLong(report -> report.rows(table)).sum();
  }

  private <K> SortedMap<K, Long> sums(K[] keys, Function<ShardReport, SortedMap<K, Long>> counts) {
    SortedMap<K, Long> sums = new TreeMap<>();
    for (K key : keys) {
      sums.put(
          key,
          reports.stream().mapToLong(report -> counts.apply(report).getOrDefault(key, 0L)).sum());
    }
    return sums;
  }

  private static List<Manifest.TableSchema> schemas() {
    List<Manifest.TableSchema> schemas = new ArrayList<>();
    for (Table table : Table.values()) {
      schemas.add(
          new Manifest.TableSchema(table, SchemaFingerprint.of(table.schema()), table.key()));
    }
    return schemas;
  }

  private static Manifest.ShardDigests shard(ShardReport report) {
    return new Manifest.ShardDigests(
        report.shard(),
        report.shares().stream().map(DigestShare::digestId).toList(),
        withoutZeros(report.linksByKind()),
        withoutZeros(report.papersByCodeStatus()));
  }

  private static <K> SortedMap<K, Long> withoutZeros(SortedMap<K, Long> counts) {
    SortedMap<K, Long> present = new TreeMap<>(counts);
    present.values().removeIf(count -> count == 0);
    return present;
  }

  private List<PartFile> outputs() {
    return reports.stream()
        .flatMap(report -> report.parts().stream())
        .map(StagedPart::part)
        .sorted(
            Comparator.comparing(PartFile::table)
                .thenComparing(PartFile::format)
                .thenComparing(PartFile::path))
        .toList();
  }
}
