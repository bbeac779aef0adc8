// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A limit on calls.
 *
 * @param calls most calls, 1 to 100,000
 * @param per in any window as long as this, at most a day
 * @param text as it is written
 */
public record Rate(int calls, Duration per, String text) {
  /** How to write one. */
  public static final String FORM = "calls/duration, as 100/10s or 5000/24h, at most 24h";

  private static final Pattern TEXT = Pattern.compile("(100000|[1-9][0-9]{0,4})/(.+)");
  private static final Duration LONGEST = Duration.ofHours(24);

  /** Reads {@code 100/10s}; empty if the text is none. */
  public static Optional<Rate> parse(String text) {
    Matcher match = TEXT.matcher(text);
    return match.matches()
        ? ShortDuration.parse(match.group(2))
            .filter(per -> per.compareTo(LONGEST) <= 0)
            .map(per -> new Rate(Integer.parseInt(match.group(1)), per, text))
        : Optional.empty();
  }
}
