package io.github.papersluice.snapshot;

import static java.util.Objects.requireNonNull;

import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.LinkKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a snapshot holds and what it was made from: {@code manifest.json}. It says nothing of the
 * clock, the machine or the snapshot's name, so that equal contents have equal manifests.
 *
 * @param format the manifest's own version
 * @param generator what made it
 * @param id 16 hex digits that follow from the inputs, the options, the version and the schemas
 * @param options the options that shape the bytes, by name
 * @param counts rows in all
 * @param schemas one a table
 * @param inputs the digests in the order of their rows
 * @param skipped inputs that were not read, as their bytes were read under another name
 * @param shards which digests lie in which parts
 * @param outputs the parts, by table, then shard, then format
 */
public record Manifest(
    int format,
    Generator generator,
    String id,
    SortedMap<String, String> options,
    Counts counts,
    List<TableSchema> schemas,
    List<DigestSummary> inputs,
    List<SkippedInput> skipped,
    List<ShardDigests> shards,
    List<PartFile> outputs) {

  /** The manifest's file name. */
  public static final String FILE = "manifest.json";

  /** The version of manifests that this code writes. */
  public static final int CURRENT_FORMAT = 1;

  /** The generator's name. */
  static final String GENERATOR = "papersluice";

  /** Refuses what JSON leaves out, so that nothing of a manifest is null but what may be. */
  public Manifest {
    requireNonNull(generator, "generator");
    requireNonNull(id, "id");
    requireValues(requireNonNull(options, "options"), "options");
    requireNonNull(counts, "counts");
    schemas = List.copyOf(requireNonNull(schemas, "schemas"));
    inputs = List.copyOf(requireNonNull(inputs, "inputs"));
    skipped = List.copyOf(requireNonNull(skipped, "skipped"));
    shards = List.copyOf(requireNonNull(shards, "shards"));
    outputs = List.copyOf(requireNonNull(outputs, "outputs"));
  }

  private static void requireValues(Map<?, ?> map, String name) {
    map.values().forEach(value -> requireNonNull(value, name));
  }

  /**
   * The program.
   *
   * @param name its name
   * @param version its version
   */
  public record Generator(String name, String version) {

    /** Refuses null. */
    public Generator {
      requireNonNull(name, "generator.name");
      requireNonNull(version, "generator.version");
    }
  }

  /**
   * Rows in all.
   *
   * @param digests rows of digests
   * @param papers rows of papers
   * @param links rows of links
   * @param modelSizes rows of model_sizes
   * @param rejections rows of rejections
   * @param inputBytes length of all digests as stored
   * @param replacements ill-formed UTF-8 sequences replaced by U+FFFD
   * @param linksByKind rows of links, every kind present
   * @param papersByCodeStatus rows of papers, every status present
   */
  public record Counts(
      long digests,
      long papers,
      long links,
      long modelSizes,
      long rejections,
      long inputBytes,
      long replacements,
      SortedMap<LinkKind, Long> linksByKind,
      SortedMap<CodeStatus, Long> papersByCodeStatus) {

    /** Refuses null. */
    public Counts {
      requireValues(requireNonNull(linksByKind, "links_by_kind"), "links_by_kind");
      requireValues(
          requireNonNull(papersByCodeStatus, "papers_by_code_status"), "papers_by_code_status");
    }

    /** Rows of a table. */
    public long rows(Table table) {
      return switch (table) {
        case DIGESTS -> digests;
        case PAPERS -> papers;
        case LINKS -> links;
        case MODEL_SIZES -> modelSizes;
        case REJECTIONS -> rejections;
      };
    }
  }

  /**
   * A table's schema.
   *
   * @param table the table
   * @param fingerprint of its columns, see {@link SchemaFingerprint}
   * @param key the columns of its primary key
   */
  public record TableSchema(Table table, String fingerprint, List<String> key) {

    /** Refuses null. */
    public TableSchema {
      requireNonNull(table, "schemas.table");
      requireNonNull(fingerprint, "schemas.fingerprint");
      key = List.copyOf(requireNonNull(key, "schemas.key"));
    }
  }

  /**
   * An input that was not read.
   *
   * @param name its name, as in {@code digests.name}
   * @param digestId the digest that has the same bytes
   */
  public record SkippedInput(String name, String digestId) {

    /** Refuses null. */
    public SkippedInput {
      requireNonNull(name, "skipped.name");
      requireNonNull(digestId, "skipped.digest_id");
    }
  }

  /**
   * The digests of which a shard holds records or rejections.
   *
   * @param shard from 0
   * @param digestIds in the order of their rows
   * @param linksByKind rows of links in the shard, kinds without rows left out
   * @param papersByCodeStatus rows of papers in the shard, statuses without rows left out
   */
  public record ShardDigests(
      int shard,
      List<String> digestIds,
      SortedMap<LinkKind, Long> linksByKind,
      SortedMap<CodeStatus, Long> papersByCodeStatus) {

    /** Refuses null. */
    public ShardDigests {
      digestIds = List.copyOf(requireNonNull(digestIds, "shards.digest_ids"));
      requireValues(requireNonNull(linksByKind, "shards.links_by_kind"), "shards.links_by_kind");
      requireValues(
          requireNonNull(papersByCodeStatus, "shards.papers_by_code_status"),
          "shards.papers_by_code_status");
    }
  }

  /** The manifest as it is published. */
  public byte[] toJson() {
    return Json.pretty(this);
  }

  /**
   * The manifest that {@link #toJson} wrote.
   *
   * @throws IOException also if this is none
   */
  static Manifest fromJson(InputStream json) throws IOException {
    Manifest manifest = Json.read(json, Manifest.class);
    if (manifest == null) {
      throw new IOException("it is null");
    }
    return manifest;
  }
}
