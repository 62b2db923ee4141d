package io.github.papersluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.papersluice.hash.Sha256;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.file.Codec;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Snapshots that someone has made to do harm: commands end with a status, a reason and no crash.
 */
class HostileSnapshotsTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** A colour, a single control character with the same meaning, and a turn of direction. */
  private static final String ESCAPES = "\u001b[31m\u009b2J\u202e";

  @TempDir private Path folder;
  private Path input;
  private Path output;

  @BeforeEach
  void write() throws IOException {
    input = Files.createDirectories(folder.resolve("in"));
    output = folder.resolve("out");
    Files.writeString(
        input.resolve("a.txt"),
        "A Small Paper\n\nWe show a 7B model, see https://github.com/someone/thing now.\n");
  }

  private CommandLineSession run(String... more) {
    return CommandLineSession.run(
        Stream.concat(
                Stream.of("--input=" + input, "--output=" + output, "--digestYear=2025"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static CommandLineSession verify(Path snapshot) {
    return CommandLineSession.run("verify", snapshot.toString());
  }

  private Path published(String name, String... more) {
    CommandLineSession session =
        run(Stream.concat(Stream.of("--snapshot=" + name), Stream.of(more)).toArray(String[]::new));
    assertThat(session.err(), session.status(), is(0));
    return output.resolve(name);
  }

  /** Makes the checksums fit again, as one who may write a snapshot can. */
  private static void sumAnew(Path snapshot) throws IOException {
    StringBuilder sums = new StringBuilder();
    String manifest = Files.readString(snapshot.resolve("manifest.json"));
    for (String line : Files.readAllLines(snapshot.resolve("SHA256SUMS"))) {
      String path = line.substring(line.indexOf("  ") + 2);
      byte[] bytes = Files.readAllBytes(snapshot.resolve(path));
      String sum = Sha256.of(new ByteArrayInputStream(bytes));
      manifest = manifest.replace(line.substring(0, 64), sum);
      manifest =
          manifest.replaceAll(
              "(\"path\" : \""
                  + Pattern.quote(path)
                  + "\",\\s*\"rows\" : [0-9]+,\\s*\"bytes\" : )"
                  + "[0-9]+",
              "$1" + bytes.length);
      sums.append(sum).append("  ").append(path).append('\n');
    }
    Files.writeString(snapshot.resolve("manifest.json"), manifest);
    String own = Sha256.of(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)));
    Files.writeString(
        snapshot.resolve("SHA256SUMS"),
        Pattern.compile("(?m)^[0-9a-f]{64}(?=  manifest.json$)").matcher(sums).replaceAll(own));
  }

  private static Path part(Path snapshot, String table) {
    return snapshot.resolve("avro/" + table + "/part-00000.avro");
  }

  private interface Tampering {
    void with(GenericRecord row);
  }

  private static void tamper(Path part, CodecFactory codec, Tampering tampering)
      throws IOException {
    File changed = part.resolveSibling("changed").toFile();
    try (DataFileReader<GenericRecord> reader =
            new DataFileReader<>(part.toFile(), new GenericDatumReader<>());
        DataFileWriter<GenericRecord> writer =
            new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(reader.getSchema()))
                .setCodec(codec)
                .create(reader.getSchema(), changed)) {
      for (GenericRecord row : reader) {
        tampering.with(row);
        writer.append(row);
      }
    }
    Files.move(changed.toPath(), part, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** A codec whose library is missing, or that needs more than there is. */
  private static final class FailingCodec extends Codec {
    private final Supplier<Error> error;

    FailingCodec(Supplier<Error> error) {
      this.error = error;
    }

    @Override
    public String getName() {
      return "failing";
    }

    @Override
    public ByteBuffer compress(ByteBuffer data) {
      return data;
    }

    @Override
    public ByteBuffer decompress(ByteBuffer data) {
      throw error.get();
    }

    @Override
    public int hashCode() {
      return 0;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof FailingCodec;
    }
  }

  private static final class FailingCodecFactory extends CodecFactory {
    private final Supplier<Error> error;

    FailingCodecFactory(Supplier<Error> error) {
      this.error = error;
    }

    @Override
    protected Codec createInstance() {
      return new FailingCodec(error);
    }
  }

  @Test
  void an_error_of_a_codec_is_a_fault_of_its_file() throws IOException {
    List<Supplier<Error>> errors =
        List.of(
            () -> new NoClassDefFoundError("org/tukaani/xz/XZInputStream"),
            StackOverflowError::new,
            () -> new OutOfMemoryError("Java heap space"));
    for (Supplier<Error> error : errors) {
      Path snapshot = published("codec-" + errors.indexOf(error));
      CodecFactory codec = new FailingCodecFactory(error);
      CodecFactory.addCodec("failing", codec);
      tamper(part(snapshot, "papers"), codec, row -> {});
      sumAnew(snapshot);
      CommandLineSession session = verify(snapshot);
      assertThat(session.err(), session.status(), is(7));
      assertThat(session.out(), containsString("part-00000.avro: cannot be read"));
    }
  }

  @Test
  void a_codec_that_we_do_not_write_ends_nothing() throws IOException {
    Path snapshot = published("codec");
    for (CodecFactory codec : List.of(CodecFactory.bzip2Codec(), CodecFactory.deflateCodec(1))) {
      tamper(part(snapshot, "papers"), codec, row -> {});
      sumAnew(snapshot);
      assertThat(verify(snapshot).status() % 7, is(0));
    }
  }

  /** The checksums fit, the rows do not. */
  @Test
  void rows_that_do_not_fit_together_are_not_taken_over() throws IOException {
    List<Tampering> tamperings =
        List.of(
            row -> row.put("link_count", 7L),
            row -> row.put("link_count", -1L),
            row -> row.put("digest_id", new Utf8("0123456789abcdef")),
            row -> row.put("code_status", new Utf8("STOLEN")),
            row -> row.put("record_number", 9L),
            row -> row.put("start_byte", -1L));
    for (Tampering tampering : tamperings) {
      Path snapshot = published("day-" + tamperings.indexOf(tampering));
      tamper(part(snapshot, "papers"), CodecFactory.nullCodec(), tampering);
      sumAnew(snapshot);
      Files.writeString(
          input.resolve("b" + tamperings.indexOf(tampering) + ".txt"),
          "Another Paper " + tamperings.indexOf(tampering) + "\n\nWe show another.\n");
      CommandLineSession session = run("--incremental", "--snapshot=next");
      assertThat(session.err(), not(containsString("internal error")));
      if (session.status() == 0) {
        assertThat(verify(output.resolve("next")).out(), containsString("is whole"));
      } else {
        assertThat(session.err(), session.status(), is(4));
        assertThat(session.err(), containsString("run without --incremental"));
      }
      CommandLineSession again = run("--snapshot=next", "--overwrite");
      assertThat(again.err(), again.status(), is(0));
    }
  }

  @Test
  void a_manifest_that_names_more_shards_than_files_is_done_with_at_once() throws IOException {
    Path snapshot = published("shards");
    Path file = snapshot.resolve("manifest.json");
    ObjectMapper json = new ObjectMapper();
    ObjectNode manifest = (ObjectNode) json.readTree(file.toFile());
    ArrayNode shards = (ArrayNode) manifest.get("shards");
    for (int i = 1; i <= 300_000; i++) {
      ObjectNode shard = ((ObjectNode) shards.get(0)).deepCopy();
      shards.add(shard.put("shard", i).set("digest_ids", json.createArrayNode()));
    }
    json.writeValue(file.toFile(), manifest);
    sumAnew(snapshot);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          CommandLineSession session = verify(snapshot);
          assertThat(session.out(), session.status(), is(7));
          assertThat(session.out(), containsString("names 300001 shards, for which"));
        });
  }

  @Test
  void twenty_thousand_papers_of_one_title_are_compared_in_linear_time() throws IOException {
    StringBuilder digest = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      digest.append("The Same Title\n\nAn abstract of its own: ").append(i).append(".\n\n");
    }
    Files.writeString(input.resolve("a.txt"), digest);
    Path older = published("older");
    Files.writeString(input.resolve("a.txt"), digest.append("One More\n\nThat is new.\n"));
    Path newer = published("newer");
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          CommandLineSession session =
              CommandLineSession.run("diff", older.toString(), newer.toString());
          assertThat(session.err(), session.status(), is(0));
          assertThat(session.out(), containsString("One More"));
        });
  }

  @Test
  void no_terminal_obeys_what_stands_in_a_digest_or_snapshot() throws IOException {
    Path older = published("older");
    Files.writeString(
        input.resolve("a.txt"),
        "A Paper " + ESCAPES + " Of Colours\n\nWe show " + ESCAPES + " and a 7B model.\n");
    Files.writeString(input.resolve("b" + ESCAPES + ".txt"), "Twice\n\nThe same bytes.\n");
    Files.writeString(input.resolve("c" + ESCAPES + ".txt"), "Twice\n\nThe same bytes.\n");
    CommandLineSession run = run("--snapshot=newer");
    assertThat(run.err(), run.status(), is(0));
    Path newer = output.resolve("newer");
    Files.writeString(newer.resolve("x" + ESCAPES), "unknown");
    String[][] commands = {
      {"diff", older.toString(), newer.toString()},
      {"diff", "--json", older.toString(), newer.toString()},
      {"verify", newer.toString()},
      {"query", "--output=" + output, "SELECT title, '" + ESCAPES + "' FROM papers"},
      {"query", "--output=" + output, "--json", "SELECT title FROM papers"},
      {"query", "--output=" + output, "SELECT " + ESCAPES},
      {"explain", "A 7B" + ESCAPES + " model. See https://example.org/" + ESCAPES + " for code."},
      {"explain", "--json", "A model of 7B " + ESCAPES + " parameters, code is released."},
      {"explain", "--snapshot=" + newer, "--paper=1", "--digest=a.txt"},
      {"explain", "--snapshot=" + newer, "--paper=1", "--digest=" + ESCAPES},
      {"explain", "--snapshot=" + newer, "--paper=1"},
      {"verify", folder + "/" + ESCAPES},
      {"--input=" + folder + "/" + ESCAPES},
      {"--snapshot=" + ESCAPES, "--input=" + input},
      {ESCAPES}
    };
    for (String[] command : commands) {
      CommandLineSession session = CommandLineSession.run(command);
      for (String printed : List.of(session.out(), session.err(), run.out(), run.err())) {
        assertThat(
            String.join(" ", command) + printed,
            printed.chars().filter(c -> c != '\n' && isObeyed(c)).count(),
            is(0L));
      }
      assertThat(session.out().length() + session.err().length(), not(is(0)));
    }
    assertThat(run.err().lines().count(), is(lessThan(4L)));
  }

  private static boolean isObeyed(int c) {
    return Character.isISOControl(c) || c == '\u202e';
  }

  @Test
  void a_manifest_that_nests_without_end_is_a_fault() throws IOException {
    Path snapshot = published("nested");
    Files.write(snapshot.resolve("manifest.json"), "[".repeat(3_000_000).getBytes(UTF_8));
    CommandLineSession session = verify(snapshot);
    assertThat(session.err(), session.status(), is(7));
    assertThat(
        session.out(), allOf(containsString("manifest.json: cannot be read"), is(session.out())));
  }
}
