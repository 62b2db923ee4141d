package io.github.papersluice.text.links;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.papersluice.model.Link;
import io.github.papersluice.model.TextField;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.text.TextCase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LinkScannerTest {
  private static final Utf8Text NOTHING = Utf8Text.of("");

  static List<TextCase> cases() {
    return TextCase.read(
        "/links/schemes.txt",
        "/links/schemeless.txt",
        "/links/nolinks.txt",
        "/links/punctuation.txt",
        "/links/markup.txt",
        "/links/spaces.txt",
        "/links/github.txt",
        "/links/hosts.txt",
        "/links/same-link.txt");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void finds_the_links_of_each_case(TextCase textCase) {
    assertThat(textCase.toString(), found(textCase.text()), is(textCase.expected()));
  }

  @Test
  void there_are_cases() {
    assertThat(cases().size(), greaterThan(200));
  }

  private static List<String> found(String text) {
    List<String> found = new ArrayList<>();
    for (Link link : LinkScanner.links(NOTHING, Utf8Text.of(text))) {
      String repository = link.repository() == null ? link.repositoryId() : link.repository();
      found.add(link.url() + " " + link.kind() + (repository == null ? "" : " " + repository));
    }
    return found.isEmpty() ? List.of("none") : found;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void offsets_cut_the_surface_behind_characters_of_any_length(TextCase textCase) {
    String text = "𝛼é\uFF01 𝟕 " + textCase.text() + " 𝛽";
    for (Link link : LinkScanner.links(NOTHING, Utf8Text.of(text))) {
      int start = text.offsetByCodePoints(0, link.start());
      int end = text.offsetByCodePoints(0, link.end());
      assertThat(text.substring(start, end), is(link.surface()));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_text_cut_at_any_place_is_read(TextCase textCase) {
    byte[] bytes = textCase.text().getBytes(UTF_8);
    for (int cut = 0; cut <= bytes.length; cut++) {
      if (cut == bytes.length || bytes[cut] > (byte) 0xBF) {
        mentionsLieWithin(new Utf8Text(bytes, 0, cut));
        mentionsLieWithin(new Utf8Text(bytes, cut, bytes.length));
      }
    }
  }

  private static void mentionsLieWithin(Utf8Text text) {
    int floor = text.start();
    for (LinkMention mention : LinkScanner.mentions(text)) {
      assertThat(mention.startByte(), greaterThanOrEqualTo(floor));
      assertThat(mention.endByte(), greaterThan(mention.startByte()));
      assertThat(text.end(), greaterThanOrEqualTo(mention.endByte()));
      floor = mention.endByte();
    }
  }

  @Test
  void a_text_within_a_larger_array_ends_where_it_ends() {
    byte[] bytes = "xhttps://github.com/ada/enginex".getBytes(UTF_8);

    List<LinkMention> mentions = LinkScanner.mentions(new Utf8Text(bytes, 1, bytes.length - 1));

    assertThat(mentions.size(), is(1));
    assertThat(mentions.get(0).url(), is("https://github.com/ada/engine"));
  }

  @Test
  void every_mention_is_told_with_the_bytes_that_it_covers() {
    Utf8Text text =
        Utf8Text.of("é https://a.example.org/x/. https://github.com/ada/e.git, a@b.com");

    List<String> surfaces =
        LinkScanner.mentions(text).stream()
            .map(mention -> text.substring(mention.startByte(), mention.endByte()))
            .toList();

    assertThat(surfaces, is(List.of("https://a.example.org/x/", "https://github.com/ada/e.git")));
  }

  @Test
  void the_title_comes_before_the_abstract() {
    List<Link> links =
        LinkScanner.links(
            Utf8Text.of("On https://b.example.org"),
            Utf8Text.of("https://a.example.org, https://b.example.org"));

    assertThat(links.size(), is(2));
    assertThat(links.get(0).field(), is(TextField.TITLE));
    assertThat(links.get(0).start(), is(3));
    assertThat(links.get(1).field(), is(TextField.ABSTRACT));
    assertThat(links.get(1).host(), is("a.example.org"));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "github.com/ada, ada, null, null",
        "github.com/Ada/Engine, Ada, Engine, github.com/ada/engine",
        "gist.github.com/Ada/0a1b, Ada, 0a1b, gist.github.com/ada/0a1b",
        "huggingface.co/Ada, Ada, null, null",
        "hf.co/Ada/E-7B, Ada, E-7B, huggingface.co/ada/e-7b",
        "hf.co/datasets/Ada/E, Ada, E, huggingface.co/datasets/ada/e",
        "hf.co/spaces/Ada/E, Ada, E, huggingface.co/spaces/ada/e",
        "hf.co/collections/Ada/E, Ada, E, null",
        "gitlab.com/Ada, Ada, null, null",
        "gitlab.com/Ada/Mill/E, Ada/Mill, E, gitlab.com/ada/mill/e",
        "anonymous.4open.science/r/E-1A, null, E-1A, anonymous.4open.science/e-1a",
        "example.org/Ada/E, null, null, null"
      },
      nullValues = "null")
  void owner_and_name_are_as_written_and_the_id_in_lower_case(
      String address, String owner, String name, String id) {
    Link link = LinkScanner.links(NOTHING, Utf8Text.of("https://" + address)).get(0);

    assertThat(link.repositoryOwner(), is(owner));
    assertThat(link.repositoryName(), is(name));
    assertThat(link.repositoryId(), is(id));
  }

  @Test
  void a_text_without_links_costs_nothing() {
    List<LinkMention> mentions = LinkScanner.mentions(Utf8Text.of("A plain text. And on."));

    assertThat(mentions, sameInstance(List.<LinkMention>of()));
  }

  @Test
  void the_seed_has_the_links_of_its_gold_labels() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> paragraphs = paragraphs(Path.of("..", "..", "seeds", "000_69aeb77fef9e3c50.txt"));
    int links = 0;
    for (String line : resource("/gold/seed.jsonl").lines().toList()) {
      JsonNode label = json.readTree(line);
      int title = paragraphs.indexOf(label.get("title").textValue());
      List<String> expected = new ArrayList<>();
      List<String> repositories = new ArrayList<>();
      for (JsonNode link : label.get("links")) {
        expected.add(link.get("url").textValue() + " " + link.get("kind").textValue());
        repositories.add(link.get("repository").textValue());
      }
      links += expected.size();
      List<Link> found = LinkScanner.links(NOTHING, Utf8Text.of(paragraphs.get(title + 1)));
      assertThat(found.stream().map(link -> link.url() + " " + link.kind()).toList(), is(expected));
      assertThat(found.stream().map(Link::repository).toList(), is(repositories));
    }
    assertThat(links, is(29));
  }

  static List<String> paragraphs(Path digest) throws IOException {
    return List.of(Files.readString(digest).strip().split("\\s*\\n\\s*\\n\\s*"));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = LinkScannerTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
