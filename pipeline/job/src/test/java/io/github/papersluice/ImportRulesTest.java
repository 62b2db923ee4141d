package io.github.papersluice;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the rules of which package may know which: one direction, no going back. */
class ImportRulesTest {
  private static final String ROOT = "io.github.papersluice";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static String ours(String name) {
    return ROOT + "." + name + "..";
  }

  @Test
  void model_knows_java_only() {
    classes()
        .that()
        .resideInAPackage(ours("model"))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage("java..", ours("model")))
        .check(CLASSES);
  }

  @Test
  void bytes_knows_java_only() {
    classes()
        .that()
        .resideInAPackage(ours("bytes"))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage("java..", ours("bytes")))
        .check(CLASSES);
  }

  @Test
  void text_knows_java_bytes_and_model_only() {
    classes()
        .that()
        .resideInAPackage(ours("text"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", ours("bytes"), ours("model"), ours("text")))
        .check(CLASSES);
  }

  @Test
  void text_knows_neither_files_nor_the_clock() {
    noClasses()
        .that()
        .resideInAPackage(ours("text"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.nio.file..", "java.net..")
                .or(assignableTo(java.io.File.class))
                .or(assignableTo(java.time.Clock.class))
                .or(assignableTo(java.time.Instant.class)))
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .check(CLASSES);
  }

  @Test
  void reading_knows_neither_beam_nor_tables() {
    noClasses()
        .that()
        .resideInAPackage(ours("reading"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.apache.beam..", "org.apache.avro..", ours("snapshot"), ours("transforms")))
        .check(CLASSES);
  }

  @Test
  void snapshot_knows_neither_beam_nor_extraction() {
    noClasses()
        .that()
        .resideInAPackage(ours("snapshot"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.apache.beam..", ours("text"), ours("reading"), ours("transforms"), ROOT))
        .check(CLASSES);
  }

  @Test
  void only_cli_job_runners_and_transforms_know_beam() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ours("cli"), ours("job"), ours("runners"), ours("transforms"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.beam..")
        .check(CLASSES);
  }

  @Test
  void only_cli_knows_the_command_line_library() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ours("cli"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(CLASSES);
  }

  @Test
  void shards_know_neither_beam_nor_the_command_line() {
    noClasses()
        .that()
        .resideInAPackage(ours("shards"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.apache.beam..", ours("transforms"), ours("job"), ours("runners"), ours("cli")))
        .check(CLASSES);
  }

  @Test
  void splitting_links_and_sizes_do_not_know_each_other() {
    slices()
        .matching(ROOT + ".text.(splitting|links|sizes)..")
        .should()
        .notDependOnEachOther()
        .check(CLASSES);
  }

  @Test
  void a_snapshot_is_written_without_what_checks_it() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".snapshot", ours("snapshot.storage"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ours("snapshot.check"))
        .check(CLASSES);
  }

  @Test
  void packages_form_no_cycle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
