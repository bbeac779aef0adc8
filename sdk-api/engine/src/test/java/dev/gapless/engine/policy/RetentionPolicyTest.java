// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Secret;
import dev.gapless.api.config.Settings;
import dev.gapless.engine.config.RetentionOptions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionPolicyTest {
  private static RetentionPolicy of(Map<String, Secret> values) {
    return RetentionOptions.policy(Settings.check("retention", RetentionOptions.ALL, values));
  }

  @Test
  void keepsWhatTheDocumentationSaysUnlessSet() {
    assertThat(of(Map.of())).isEqualTo(RetentionPolicy.DEFAULT);
    assertThat(RetentionPolicy.DEFAULT.content()).isEqualTo(Duration.ofDays(90));
    assertThat(RetentionPolicy.DEFAULT.raw()).isEqualTo(Duration.ofDays(30));
    assertThat(RetentionPolicy.DEFAULT.keys()).isEqualTo(Duration.ofDays(400));
  }

  @Test
  void refusesKeysThatAPlatformsRepeatsOutlive() {
    assertThatThrownBy(
            () ->
                of(
                    Map.of(
                        "keys", Secret.of("7d"),
                        "raw", Secret.of("1d"),
                        "content", Secret.of("1d"))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("retention.keys")
        .hasMessageContaining("at least 8 days");
  }

  @Test
  void refusesKeysThatGoBeforeWhatTheyAreFor() {
    assertThatThrownBy(() -> of(Map.of("content", Secret.of("500d"))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("retention.keys")
        .hasMessageContaining("Make keys longer or content shorter");
    assertThatThrownBy(() -> of(Map.of("raw", Secret.of("401d"))))
        .hasMessageContaining("raw shorter");
  }

  @Test
  void refusesClocksThatLeaveNoTime() {
    assertThatThrownBy(() -> of(Map.of("raw", Secret.of("0s"))))
        .hasMessageContaining("retention.raw")
        .hasMessageContaining("at least an hour");
  }
}
