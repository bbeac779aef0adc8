// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.policy;

import java.time.Duration;

/**
 * How long the journal keeps what. Each is counted from when something came and is checked about
 * every hour. What is still on its way keeps its content and its key; its raw body goes with {@code
 * keys} in any case.
 *
 * @param content texts, names, identifiers and links of a contact, once it is written everywhere
 * @param raw bodies of webhooks and fetched pages, once everything on them is settled and
 *     understood; what is not is kept as long as {@code keys}
 * @param keys that a contact has been here, and its records in the CRMs; of what is parked counted
 *     from then. Ids of conversations stay two weeks longer. A contact that a platform sends again
 *     later than that is new, so this is at least {@link #LEAST_KEYS}
 */
public record RetentionPolicy(Duration content, Duration raw, Duration keys) {
  /** A day more than any platform repeats a webhook for. */
  public static final Duration LEAST_KEYS = Duration.ofDays(8);

  /** 90, 30 and 400 days. */
  public static final RetentionPolicy DEFAULT =
      new RetentionPolicy(Duration.ofDays(90), Duration.ofDays(30), Duration.ofDays(400));

  public RetentionPolicy {
    atLeast("content", content, Duration.ofHours(1));
    atLeast("raw", raw, Duration.ofHours(1));
    if (keys.compareTo(LEAST_KEYS) < 0) {
      throw new IllegalArgumentException(
          "keys is "
              + keys
              + ", must be at least 8 days: platforms repeat webhooks for a week, and what comes"
              + " again after its key is gone is written again");
    }
    notBelow("content", content, keys);
    notBelow("raw", raw, keys);
  }

  private static void atLeast(String name, Duration value, Duration least) {
    if (value.compareTo(least) < 0) {
      throw new IllegalArgumentException(name + " is " + value + ", must be at least an hour");
    }
  }

  private static void notBelow(String name, Duration value, Duration keys) {
    if (keys.compareTo(value) < 0) {
      throw new IllegalArgumentException(
          "keys is "
              + keys
              + " and "
              + name
              + " is "
              + value
              + ": nothing is kept without its key. Make keys longer or "
              + name
              + " shorter");
    }
  }
}
