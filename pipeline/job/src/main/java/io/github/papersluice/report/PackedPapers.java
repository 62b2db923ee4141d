package io.github.papersluice.report;

import io.github.papersluice.snapshot.InParallel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The listed papers, compressed to what a page has room for: their index ({@link PaperColumns}),
 * and in pieces that are only unpacked when one of their papers is opened, the passages with their
 * facts and as many whole abstracts as fit, the newest.
 */
final class PackedPapers {
  /** The room for all of it, in characters of base64: the rest of a page has fewer than 600,000. */
  private static final int ROOM = 5_400_000;

  /** The index may take so much of it. */
  private static final int INDEX_ROOM = 4_200_000;

  /** Papers whose passages are packed together. */
  static final int PAPERS_PER_PIECE = 256;

  private final Map<String, byte[]> blocks = new LinkedHashMap<>();
  private final Map<String, String> modelNames;
  private List<ListedPaper> papers;
  private boolean words = true;
  private int used;
  private int pieces;
  private int withAbstract;

  private PackedPapers(List<ListedPaper> papers, Map<String, String> modelNames) {
    this.papers = papers;
    this.modelNames = modelNames;
  }

  /**
   * Packs papers; the last ones are left out if there is no room.
   *
   * @param papers the newest first
   * @param modelNames how models are written, by their keys
   */
  static PackedPapers of(List<ListedPaper> papers, Map<String, String> modelNames)
      throws IOException {
    PackedPapers packed = new PackedPapers(papers, modelNames);
    packed.addIndex();
    packed.addPassages();
    return packed;
  }

  // What is found by names in abstracts goes first, then the oldest papers.
  private void addIndex() throws IOException {
    Map<String, byte[]> index = packAll(PaperColumns.of(papers, modelNames, words));
    while (length(index) > INDEX_ROOM) {
      if (words) {
        words = false;
      } else {
        papers = papers.subList(0, papers.size() * 3 / 4);
      }
      index = packAll(PaperColumns.of(papers, modelNames, words));
    }
    blocks.putAll(index);
    used = length(index);
  }

  private static int length(Map<String, byte[]> packed) {
    return packed.values().stream().mapToInt(block -> block.length).sum();
  }

  private void addPassages() throws IOException {
    Map<String, byte[]> withFacts = new LinkedHashMap<>();
    Map<String, byte[]> withAbstracts = new LinkedHashMap<>();
    for (int from = 0; from < papers.size(); from += PAPERS_PER_PIECE) {
      List<ListedPaper> piece =
          papers.subList(from, Math.min(papers.size(), from + PAPERS_PER_PIECE));
      String name = "passages-" + from / PAPERS_PER_PIECE;
      withFacts.put(name, passages(piece, false));
      if (piece.stream().anyMatch(paper -> paper.abstractBytes() > 0)) {
        withAbstracts.put(name, passages(piece, true));
      }
    }
    choose(packAll(withFacts), packAll(withAbstracts));
  }

  private static byte[] passages(List<ListedPaper> piece, boolean whole) {
    Lines lines = new Lines();
    for (ListedPaper paper : piece) {
      StringBuilder line = new StringBuilder(whole ? paper.passages() : paper.sentences());
      PaperDetails details = paper.details();
      PaperDetails.add('w', details.authors(), line);
      line.append(line.isEmpty() || details.rest().isEmpty() ? "" : "\t").append(details.rest());
      lines.add(line.toString());
    }
    return lines.toBytes();
  }

  // All passages with facts come before any whole abstract, the newest before the others.
  private void choose(Map<String, byte[]> facts, Map<String, byte[]> abstracts) {
    for (Map.Entry<String, byte[]> piece : facts.entrySet()) {
      if (used + piece.getValue().length > ROOM) {
        return;
      }
      put(piece.getKey(), piece.getValue());
      pieces++;
    }
    for (Map.Entry<String, byte[]> piece : abstracts.entrySet()) {
      int before = blocks.get(piece.getKey()).length;
      if (used + piece.getValue().length - before > ROOM) {
        return;
      }
      put(piece.getKey(), piece.getValue());
      withAbstract++;
    }
  }

  private void put(String name, byte[] block) {
    byte[] before = blocks.put(name, block);
    used += block.length - (before == null ? 0 : before.length);
  }

  // The longest first, so that no processor waits for the others at the end.
  private static Map<String, byte[]> packAll(Map<String, byte[]> texts) throws IOException {
    Map<String, byte[]> packed = new ConcurrentHashMap<>();
    List<String> names = new ArrayList<>(texts.keySet());
    names.sort(Comparator.comparingInt(name -> -texts.get(name).length));
    InParallel.forEach(names, name -> packed.put(name, pack(texts.get(name))));
    Map<String, byte[]> inOrder = new LinkedHashMap<>();
    texts.keySet().forEach(name -> inOrder.put(name, packed.get(name)));
    return inOrder;
  }

  private static byte[] pack(byte[] text) {
    return Base64.getEncoder().encode(Deflate.compress(text));
  }

  /** The papers listed, newest first. */
  List<ListedPaper> papers() {
    return papers;
  }

  /** The newest of them, so many, can be read with their whole abstracts. */
  int withAbstract() {
    return Math.min(papers.size(), withAbstract * PAPERS_PER_PIECE);
  }

  /** The newest of them, so many, can be read with the passages that hold their facts. */
  int withPassages() {
    return Math.min(papers.size(), pieces * PAPERS_PER_PIECE);
  }

  /** Whether names in abstracts can be searched. */
  boolean hasWords() {
    return words;
  }

  /** Writes the blocks: base64 has no character that could end an element. */
  void write(Html html) {
    blocks.forEach(
        (name, block) ->
            html.open("script", "type", "text/plain", "data-block", name).ascii(block).closeLine());
  }
}
