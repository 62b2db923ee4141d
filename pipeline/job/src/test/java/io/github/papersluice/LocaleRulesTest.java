package io.github.papersluice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.papersluice.cli.CommandLineSession;
import io.github.papersluice.job.JobProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that is written depends on the language that the machine is set to. */
class LocaleRulesTest {
  private static final Path SEED = Path.of("..", "..", "seeds", "000_69aeb77fef9e3c50.txt");

  /** A conversion that writes other characters in other locales: all but plain text and breaks. */
  private static final Pattern LOCALISED = Pattern.compile("%[-#+ 0,($.0-9]*[a-mo-rt-zA-Z]");

  private static final String FORMATTED = ".formatted(";

  @TempDir private Path folder;

  @Test
  void every_call_that_could_ask_the_locale_is_given_one() {
    noClasses()
        .should()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(PrintWriter.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(PrintStream.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(PrintStream.class, "format", String.class, Object[].class)
        .orShould()
        .callConstructor(java.util.Formatter.class)
        .orShould()
        .callConstructor(java.text.DecimalFormat.class, String.class)
        .orShould()
        .callConstructor(java.text.SimpleDateFormat.class, String.class)
        .orShould()
        .callMethod(java.time.format.DateTimeFormatter.class, "ofPattern", String.class)
        .orShould()
        .callMethod(java.text.NumberFormat.class, "getInstance")
        .orShould()
        .callMethod(java.text.Collator.class, "getInstance")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.github.papersluice"));
  }

  /**
   * {@code formatted} has no variant that takes a locale, and reads best in templates: a file that
   * calls it puts in texts and numbers by {@code %s}, which no locale changes.
   */
  @Test
  void a_file_that_calls_formatted_has_no_conversion_that_asks_the_locale() throws IOException {
    List<String> faults = new ArrayList<>();
    int files = 0;
    try (Stream<Path> sources = Files.walk(Path.of(".."))) {
      for (Path source : sources.filter(LocaleRulesTest::isMainSource).toList()) {
        String text = Files.readString(source);
        files++;
        Matcher conversion = LOCALISED.matcher(text);
        while (text.contains(FORMATTED) && conversion.find()) {
          long line = text.substring(0, conversion.start()).lines().count();
          faults.add(source + ":" + line + ": " + conversion.group() + " beside " + FORMATTED);
        }
      }
    }
    assertThat(files, greaterThan(100));
    assertThat(
        "give String.format a Locale, or write %s and hand over the text", faults, is(empty()));
  }

  private static boolean isMainSource(Path file) {
    String path = file.toString().replace('\\', '/');
    return path.contains("/src/main/java/") && path.endsWith(".java");
  }

  /** Arabic and Persian have digits of their own, Turkish an i of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"ar-EG-u-nu-arab", "fa-IR-u-nu-arabext", "tr-TR", "th-TH-u-nu-thai"})
  void a_snapshot_has_the_same_bytes_in_every_language(String language) throws Exception {
    Map<String, String> expected = snapshot(Locale.ROOT, "root");
    assertThat(expected.size(), greaterThan(20));
    assertThat(snapshot(Locale.forLanguageTag(language), "other"), is(expected));
  }

  private Map<String, String> snapshot(Locale locale, String output) throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(locale);
    try {
      CommandLineSession run =
          CommandLineSession.run(
              "--input=" + SEED,
              "--output=" + folder.resolve(output),
              "--snapshot=s",
              "--digestYear=2025",
              "--shardSize=64KB");
      assertThat(run.err(), run.status(), is(0));
      assertThat(run.out().chars().filter(c -> c > 0x7F).count(), is(0L));
    } finally {
      Locale.setDefault(before);
    }
    return JobProcess.tree(folder.resolve(output).resolve("s"));
  }
}
