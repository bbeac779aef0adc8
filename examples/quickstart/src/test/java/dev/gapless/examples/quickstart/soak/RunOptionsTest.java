// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.examples.quickstart.console.UsageException;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunOptionsTest {
  private static RunOptions read(String... pairs) {
    Properties properties = new Properties();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.setProperty(pairs[i], pairs[i + 1]);
    }
    return RunOptions.of(properties, () -> Instant.ofEpochMilli(77));
  }

  @Test
  void withoutASeedTheClockGivesOne() {
    assertThat(read("kills", "3")).isEqualTo(new RunOptions(3, 77, Strategy.ENFORCED, "demo"));
  }

  @Test
  void theCommandRepeatsTheRun() {
    assertThat(read("kills", "3", "seed", "-5", "strategy", "none").command())
        .isEqualTo("mvn -Psoak -Dkills=3 -Dseed=-5 -Dstrategy=none");
  }

  @Test
  void salesforceIsNamedInsteadOfAStrategy() {
    assertThat(read("kills", "3", "seed", "1", "crm", "salesforce").command())
        .isEqualTo("mvn -Psoak -Dkills=3 -Dseed=1 -Dcrm=salesforce");
    assertThatThrownBy(() -> read("crm", "salesforce", "strategy", "none"))
        .isInstanceOf(UsageException.class)
        .hasMessage("-Dcrm=salesforce enforces our key; leave -Dstrategy out");
  }

  @ParameterizedTest
  @CsvSource({
    "crm, other, -Dcrm must be demo or salesforce",
    "kills, 0, -Dkills must be a number from 1 to 1000",
    "kills, many, -Dkills must be a number from 1 to 1000",
    "seed, 1.5, -Dseed must be a whole number",
    "strategy, hope, '-Dstrategy must be one of enforced, confirmed, none'",
  })
  void whatMakesNoSenseIsNamed(String property, String value, String message) {
    assertThatThrownBy(() -> read(property, value))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }
}
