// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of the house, over everything that the examples see. */
class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.gapless");

  private static final String API = "dev.gapless.api..";
  private static final String HTTP = "dev.gapless.http..";
  private static final String ENGINE = "dev.gapless.engine..";
  private static final String JOURNALS = "dev.gapless.journal..";
  private static final String CONNECTORS = "dev.gapless.connector..";
  private static final String ADAPTERS = "dev.gapless.crm..";
  private static final String EXAMPLES = "dev.gapless.examples..";

  @Test
  void seesTheWholeHouse() {
    assertThat(ALL.size()).isGreaterThan(200);
  }

  @Test
  void letsTheApiKnowNobody() {
    noClasses()
        .that()
        .resideInAPackage(API)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(HTTP, ENGINE, JOURNALS, CONNECTORS, ADAPTERS, EXAMPLES)
        .check(ALL);
  }

  @Test
  void letsHttpKnowTheApiOnly() {
    noClasses()
        .that()
        .resideInAPackage(HTTP)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ENGINE, JOURNALS, CONNECTORS, ADAPTERS, EXAMPLES)
        .check(ALL);
  }

  @Test
  void letsTheEngineNameNoVendorAndNoTransport() {
    noClasses()
        .that()
        .resideInAPackage(ENGINE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(HTTP, JOURNALS, CONNECTORS, ADAPTERS, EXAMPLES)
        .check(ALL);
  }

  @Test
  void letsConnectorsAndAdaptersSeeNeitherTheEngineNorEachOther() {
    noClasses()
        .that()
        .resideInAPackage(CONNECTORS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ENGINE, JOURNALS, ADAPTERS, EXAMPLES)
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage(ADAPTERS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ENGINE, JOURNALS, CONNECTORS, EXAMPLES)
        .check(ALL);
  }

  @Test
  void letsJournalsSeeTheEngineOnly() {
    noClasses()
        .that()
        .resideInAPackage(JOURNALS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(HTTP, CONNECTORS, ADAPTERS, EXAMPLES)
        .check(ALL);
  }

  @Test
  void hasNoCirclesBetweenChannelsAndCrms() {
    slices()
        .matching("dev.gapless.(api|http|engine|journal|connector|crm|examples)..")
        .should()
        .beFreeOfCycles()
        .check(ALL);
  }

  @Test
  void hasNoCirclesBetweenTheRoomsOfTheEngine() {
    slices().matching("dev.gapless.engine.(*)..").should().beFreeOfCycles().check(ALL);
    noClasses()
        .that()
        .resideInAPackage("dev.gapless.engine.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.gapless.engine")
        .check(ALL);
  }

  @Test
  void keepsTheLibraryOffStandardStreamsAndGenericExceptions() {
    JavaClasses library =
        ALL.that(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "are no examples", one -> !one.getPackageName().contains(".examples")));
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(library);
    NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(library);
  }
}
