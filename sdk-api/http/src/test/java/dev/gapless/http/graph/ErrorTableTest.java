// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErrorTableTest {
  /** Codes the platform's lists name, apart from whole ranges of them. */
  private static final int[] LISTED = {
    0, 1, 2, 3, 4, 10, 17, 32, 33, 100, 102, 190, 200, 230, 299, 341, 368, 506, 551, 613, 803, 1200,
    10303, 80001, 80002, 80005, 80006, 80007, 80008, 130429, 130472, 130497, 131000, 131005, 131008,
    131009, 131016, 131021, 131026, 131030, 131031, 131037, 131042, 131045, 131047, 131048, 131049,
    131050, 131051, 131052, 131053, 131055, 131056, 131057, 131062, 131063, 131064, 131208, 132000,
    132001, 132005, 132007, 132008, 132012, 132015, 132016, 132068, 132069, 133000, 133004, 133005,
    133006, 133008, 133009, 133010, 133015, 133016, 134011, 134100, 134101, 134102, 135000, 137000,
    1609005, 2593107, 2593108, 2593109
  };

  @Test
  void knowsEveryCodeOfThePlatformsLists() {
    assertThat(IntStream.of(LISTED).filter(code -> !isKnown(code, 0))).isEmpty();
    assertThat(isKnown(131_099, 0)).isFalse();
    assertThat(isKnown(9, 2_018_352)).isTrue();
    assertThat(isKnown(9, 0)).isFalse();
  }

  @Test
  void everyRowNamesItsPageAndARemedy() {
    assertThat(ErrorTable.ROWS)
        .hasSizeGreaterThan(80)
        .allSatisfy(
            row -> {
              assertThat(ErrorTable.PAGES).containsKey(row.page());
              assertThat(row.meaning()).isNotBlank();
              assertThat(row.remedy()).isNotBlank();
              assertThat(row.to()).isGreaterThanOrEqualTo(row.from());
            });
    assertThat(ErrorTable.PAGES.values()).allMatch(page -> page.startsWith("https://"));
  }

  @Test
  void noTwoRowsAreEquallyPreciseForOneCode() {
    assertThat(ErrorTable.ROWS)
        .allSatisfy(
            row -> {
              GraphError error = error(row.from(), row.subcode().orElse(0));
              assertThat(
                      ErrorTable.ROWS.stream()
                          .filter(other -> other.fits(error))
                          .filter(other -> other.precision() == row.precision()))
                  .hasSize(1);
            });
  }

  @Test
  void theCodeWithItsSubcodeGoesBeforeTheCodeAndThatBeforeARange() {
    assertThat(meaning(200, 1_545_041)).contains("the person is not available");
    assertThat(meaning(200, 5)).contains("a permission is missing");
    assertThat(meaning(133_004, 0)).contains("down for the moment");
    assertThat(meaning(133_005, 0)).contains("not registered");
  }

  private static String meaning(int code, int subcode) {
    return ErrorTable.refusal(error(code, subcode), 400, Optional.empty()).detail();
  }

  private static boolean isKnown(int code, int subcode) {
    return ErrorTable.ROWS.stream().anyMatch(row -> row.fits(error(code, subcode)));
  }

  private static GraphError error(int code, int subcode) {
    return new GraphError(code, subcode, false, Optional.empty());
  }
}
