// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations as presets write them: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}. */
final class ShortDuration {
  private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,5})(ms|s|m|h)");

  private ShortDuration() {}

  static Optional<Duration> parse(String text) {
    Matcher match = TEXT.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(match.group(1));
    return Optional.of(
        switch (match.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          default -> Duration.ofHours(amount);
        });
  }
}
