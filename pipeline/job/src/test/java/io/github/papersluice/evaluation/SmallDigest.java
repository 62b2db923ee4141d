package io.github.papersluice.evaluation;

import io.github.papersluice.model.Availability;
import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.Exactness;
import io.github.papersluice.model.Link;
import io.github.papersluice.model.LinkKind;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.SizeRole;
import io.github.papersluice.model.TextField;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The three records that {@code evaluation/small.jsonl} labels, and findings in them. */
final class SmallDigest {
  static final String WREN =
      "\uD83D\uDC26 We show Wren 7B and 8x7B birds."
          + " Code: https://github.com/nest/Wren and GitHub.com/nest/Wren/wiki";
  static final String ROOK = "Uses 1B active parameters, see nest.github.io/rook";

  private SmallDigest() {}

  static GoldLabels gold() throws IOException, EvaluationException {
    try (InputStream file = SmallDigest.class.getResourceAsStream("/evaluation/small.jsonl")) {
      return GoldLabels.parse("small.jsonl", file.readAllBytes());
    }
  }

  /**
   * Links: 4 labels, 4 found, 2 hits. Repositories: 1 label, 2 found, 1 hit. Sizes: 4 labels, 4
   * found, 3 hits; 2 of these have the right role, 1 has the right model.
   */
  static List<EvaluatedRecord> records() {
    return List.of(
        new EvaluatedRecord(
            "Wren: a small bird",
            WREN,
            List.of(
                repository(40, 68, "https://github.com/nest/Wren", "nest", "Wren"),
                repository(40, 68, "https://github.com/nest/wren", "nest", "wren"),
                link(73, 98, "https://wren.example.org", LinkKind.CODE_HOST)),
            List.of(
                size(TextField.ABSTRACT, 15, 17, "7B", 7_000_000_000L, null, "Wren"),
                size(TextField.ABSTRACT, 22, 26, "8x7B", 56_000_000_000L, 8, "Wren")),
            CodeStatus.NONE),
        new EvaluatedRecord("Nothing to see", "Nothing.", List.of(), List.of(), CodeStatus.NONE),
        new EvaluatedRecord(
            "Rook 3B",
            ROOK,
            List.of(link(31, 50, "https://nest.github.io/rook", LinkKind.GITHUB_PAGES)),
            List.of(
                size(TextField.TITLE, 5, 7, "3B", 3_000_000_000L, null, null),
                size(TextField.ABSTRACT, 5, 7, "1B", 1_000_000L, null, null)),
            CodeStatus.NONE));
  }

  static Link repository(int start, int end, String url, String owner, String name) {
    return new Link(
        TextField.ABSTRACT,
        start,
        end,
        url,
        url,
        "github.com",
        LinkKind.GITHUB_REPOSITORY,
        owner,
        name,
        Availability.UNKNOWN);
  }

  static Link link(int start, int end, String url, LinkKind kind) {
    return new Link(
        TextField.ABSTRACT,
        start,
        end,
        url,
        url,
        "example.org",
        kind,
        null,
        null,
        Availability.UNKNOWN);
  }

  static ModelSize size(
      TextField field,
      int start,
      int end,
      String surface,
      long parameters,
      Integer experts,
      String model) {
    return new ModelSize(
        field, start, end, surface, parameters, experts, SizeRole.TOTAL, model, Exactness.EXACT);
  }
}
