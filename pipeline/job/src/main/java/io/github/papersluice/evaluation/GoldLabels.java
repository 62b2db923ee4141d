package io.github.papersluice.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The labels of one digest's records, in the digest's order. */
public final class GoldLabels {
  private final String name;
  private final List<GoldRecord> records;

  private GoldLabels(String name, List<GoldRecord> records) {
    this.name = name;
    this.records = List.copyOf(records);
  }

  /**
   * Reads a file of JSON lines (UTF-8), one line a record, blank lines between them ignored. A line
   * is an object with {@code position} (from 1, without a gap), {@code title}, {@code links} and
   * {@code sizes}. A link has {@code url}, {@code kind} and {@code repository}; a size has {@code
   * field}, {@code start} and {@code end} (Unicode code points of that field, end exclusive),
   * {@code surface}, {@code parameters}, {@code experts}, {@code role} and {@code model}. Every key
   * must be there, if only as null; others are ignored. A file may leave out {@code links} or
   * {@code sizes} in all lines.
   *
   * <p>Optional are {@code code_status} of a record, {@code availability} and {@code optional} of a
   * link (true: it never counts), and for {@code code_status}, {@code availability}, {@code url},
   * {@code role} and {@code model} a list under the key with {@code _also}: values that count as
   * right, too.
   *
   * @throws EvaluationException if a line is not of that form; the message says which and why
   * @throws IOException if the file cannot be read
   */
  public static GoldLabels read(Path file) throws IOException, EvaluationException {
    return parse(file.getFileName().toString(), Files.readAllBytes(file));
  }

  /**
   * Reads labels from bytes, as {@link #read} does.
   *
   * @param name what messages and reports call them
   */
  static GoldLabels parse(String name, byte[] bytes) throws EvaluationException {
    List<GoldRecord> records = new ArrayList<>();
    int line = 0;
    for (int start = 0; start < bytes.length; ) {
      int end = endOfLine(bytes, start);
      line++;
      String text = decode(bytes, start, end, name, line);
      if (!text.isBlank()) {
        GoldLine reader = new GoldLine(name, line);
        records.add(reader.parse(text, records.size() + 1));
        reader.checkSameKeys(records.get(0), records.get(records.size() - 1));
      }
      start = end + 1;
    }
    if (records.isEmpty()) {
      throw new EvaluationException(name + ": no gold labels in it");
    }
    return new GoldLabels(name, records);
  }

  private static int endOfLine(byte[] bytes, int start) {
    int end = start;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private static String decode(byte[] bytes, int start, int end, String name, int line)
      throws EvaluationException {
    try {
      String text =
          UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start)).toString();
      return line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new EvaluationException(name + ":" + line + ": not valid UTF-8", e);
    }
  }

  /** The file's name, without its folder. */
  public String name() {
    return name;
  }

  /** How many records are labelled. */
  public int size() {
    return records.size();
  }

  /** The title of a record. */
  String title(int position) {
    return records.get(position - 1).title();
  }

  List<GoldRecord> records() {
    return records;
  }

  /** A record's place for messages: {@code seed.jsonl:12}. */
  String place(int position) {
    return name + ":" + records.get(position - 1).line();
  }
}
