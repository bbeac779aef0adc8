// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.media;

import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import java.time.Duration;
import java.util.List;

/** The settings of fetching files that are the same for every connector that does. */
public final class MediaOptions {
  private static final String TIMEOUT = "media-timeout";
  private static final Duration LONGEST = Duration.ofHours(1);

  private MediaOptions() {}

  /** To be added to a connector's own options. */
  public static Option timeout() {
    return Option.withDefault(
        TIMEOUT, Option.Type.DURATION, "2m", "How long one file may take, at most 1h.");
  }

  /** What is wrong with these settings. */
  public static List<String> problems(Settings settings) {
    Duration time = timeout(settings);
    return time.toMillis() < 1 || time.compareTo(LONGEST) > 0
        ? List.of(settings.place() + "." + TIMEOUT + ": must be between 1ms and 1h")
        : List.of();
  }

  /** How long one file may take. */
  public static Duration timeout(Settings settings) {
    return settings.duration(TIMEOUT);
  }
}
