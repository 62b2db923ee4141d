package io.github.papersluice.dialects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Digests that are cut, changed or mixed: nothing throws, no byte is lost, what is sound is read.
 */
class DialectDamageTest {
  private static final int STEP = 37;
  private static final int CHANGES = 150;
  private static final String MARKS = "{}[]\"'<>&\\:,;\n\r\t \0@/$%|\u00FF";

  static Stream<String> samples() throws IOException {
    return DialectSamplesTest.samples();
  }

  private static byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(DialectSamplesTest.FOLDER.resolve(name));
  }

  /** Found by the dialect of the sound digest, and by whatever the damaged one looks like. */
  private static List<Found> read(String name, byte[] sound, byte[] damaged) {
    Dialect dialect = Found.ALL.recognise(Head.of(sound, sound.length)).dialect();
    List<Found> found = new ArrayList<>();
    found.add(Found.by(dialect.reader(), damaged));
    found.add(Found.in(damaged));
    for (Found one : found) {
      try {
        one.assertEveryByteBelongs();
      } catch (AssertionError e) {
        throw new AssertionError(name + ": " + new String(damaged, UTF_8), e);
      }
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_digest_that_is_cut_keeps_what_stands_before_the_cut(String name) throws IOException {
    byte[] sound = bytes(name);
    Found whole = Found.in(sound);
    for (int length = 0; length < sound.length; length += STEP) {
      Found cut = read(name, sound, Arrays.copyOf(sound, length)).get(0);
      int before = length;
      List<String> kept =
          whole.papers.stream().filter(p -> p.end() < before).map(Found.Paper::title).toList();
      assertThat(cut.papers.size(), is(greaterThanOrEqualTo(kept.size())));
      assertThat(kept, everyItem(in(cut.titles())));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_digest_in_which_bytes_changed_loses_no_byte(String name) throws IOException {
    byte[] sound = bytes(name);
    Random random = new Random(name.hashCode());
    for (int i = 0; i < CHANGES; i++) {
      byte[] changed = sound.clone();
      for (int k = random.nextInt(3); k >= 0; k--) {
        changed[random.nextInt(changed.length)] =
            (byte) MARKS.charAt(random.nextInt(MARKS.length()));
      }
      read(name, sound, changed);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_digest_of_which_pieces_are_missing_or_doubled_loses_no_byte(String name)
      throws IOException {
    byte[] sound = bytes(name);
    Random random = new Random(7 + name.hashCode());
    for (int i = 0; i < CHANGES; i++) {
      int from = random.nextInt(sound.length);
      int to = Math.min(sound.length, from + random.nextInt(200));
      int again = random.nextBoolean() ? from : to;
      byte[] changed = Arrays.copyOf(sound, to + sound.length - again);
      System.arraycopy(sound, again, changed, to, sound.length - again);
      read(name, sound, i % 2 == 0 ? changed : without(sound, from, to));
    }
  }

  private static byte[] without(byte[] sound, int from, int to) {
    byte[] shorter = Arrays.copyOf(sound, sound.length - (to - from));
    System.arraycopy(sound, to, shorter, from, sound.length - to);
    return shorter;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void line_ends_and_a_byte_order_mark_change_nothing(String name) throws IOException {
    byte[] sound = bytes(name);
    String text = new String(sound, UTF_8);
    for (String other :
        List.of(text.replace("\n", "\r\n"), "\uFEFF" + text, "\n\n" + text + "\n\n \n")) {
      Found found = Found.in(other);
      assertThat(name, found.titles(), is(Found.in(sound).titles()));
      assertThat(
          found.papers.stream().map(Found.Paper::abstractText).toList(),
          is(Found.in(sound).papers.stream().map(Found.Paper::abstractText).toList()));
      found.assertEveryByteBelongs();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void papers_stand_where_they_are_said_to(String name) throws IOException {
    byte[] sound = bytes(name);
    for (Found.Paper paper : Found.in(sound).papers) {
      String range =
          new String(sound, (int) paper.start(), (int) (paper.end() - paper.start()), UTF_8);
      String firstWord = paper.title().split("[^A-Za-z]+", 0)[0];
      assertThat(name + ": " + range, range.contains(firstWord), is(true));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void pieces_between_borders_give_what_the_whole_gives(String name) throws IOException {
    byte[] sound = bytes(name);
    Recognition recognition = Found.ALL.recognise(Head.of(sound, sound.length));
    if (!recognition.inRows()) {
      return;
    }
    RowReader reader = (RowReader) recognition.dialect().reader();
    Found whole = Found.by(reader, sound);
    List<String> titles = new ArrayList<>();
    List<Long> starts = new ArrayList<>();
    for (int i = 0; i < whole.borders.size(); i++) {
      int from = Math.toIntExact(whole.borders.get(i));
      int to =
          i + 1 < whole.borders.size() ? Math.toIntExact(whole.borders.get(i + 1)) : sound.length;
      Found piece = Found.piece(reader, sound, from, to);
      titles.addAll(piece.titles());
      piece.papers.forEach(paper -> starts.add(paper.start()));
    }
    assertThat(titles, is(whole.titles()));
    assertThat(starts, is(whole.papers.stream().map(Found.Paper::start).toList()));
  }
}
