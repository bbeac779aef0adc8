// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.call;

import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps a part of the org's calls of a day for its other users. What is used is read from {@code
 * Sforce-Limit-Info}, which stands in every answer; the window rolls, so calls come back steadily,
 * and every quarter of an hour one call may look again. Thread-safe.
 */
public final class Budget {
  private static final Pattern USAGE =
      Pattern.compile("(?:^|[;, ])api-usage=(\\d{1,12})/(\\d{1,12})");
  private static final Pattern APP_USAGE =
      Pattern.compile("per-app-api-usage=(\\d{1,12})/(\\d{1,12})");
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(15);

  private final int reserve;
  private final InstantSource clock;
  private Optional<Usage> usage = Optional.empty();
  private Instant readAt = Instant.MIN;
  private boolean usedUp;

  /**
   * @param reserve percent of the org's daily calls that are left to others, 0 to 99
   */
  public Budget(int reserve, InstantSource clock) {
    this.reserve = reserve;
    this.clock = clock;
  }

  /** Calls of the last 24 hours, by everybody in the org. */
  record Usage(long used, long most) {
    boolean leaves(int percent) {
      return used * 100 < most * (100 - percent);
    }
  }

  /** Why no call may be made now; empty lets this one through. */
  public synchronized Optional<Refusal> refusal() {
    Optional<Refusal> spent = spent();
    Instant now = clock.instant();
    if (spent.isPresent() && !readAt.plus(LOOK_AGAIN).isAfter(now)) {
      readAt = now;
      return Optional.empty();
    }
    return spent;
  }

  /** What must be said of the newest reading, if it leaves no room. */
  public synchronized Optional<Refusal> spent() {
    return usage
        .filter(now -> !now.leaves(reserve))
        .map(this::spent)
        .or(() -> usedUp ? Optional.of(allSpent()) : Optional.empty());
  }

  /** Takes note of an answer: Salesforce itself may refuse a call because too many were made. */
  synchronized void answered(boolean admitted) {
    usedUp = !admitted;
    if (usedUp) {
      readAt = clock.instant();
    }
  }

  private static Refusal allSpent() {
    return Refusal.of(
            Category.QUOTA,
            Scope.CONNECTION,
            "REQUEST_LIMIT_EXCEEDED",
            "the org's calls of 24 hours are used up. They come back steadily")
        .retryAfter(LOOK_AGAIN);
  }

  private Refusal spent(Usage now) {
    return Refusal.of(
            Category.QUOTA,
            Scope.CONNECTION,
            "",
            now.used()
                + " of the org's "
                + now.most()
                + " calls of 24 hours are used; "
                + reserve
                + " percent are left to its other users (setting reserve). They come back steadily")
        .retryAfter(LOOK_AGAIN);
  }

  /**
   * Reads the header of an answer; others are ignored. An app's own allowance counts if tighter.
   */
  synchronized void read(String header) {
    Optional<Usage> org = match(USAGE, header);
    Optional<Usage> app = match(APP_USAGE, header);
    Optional<Usage> tighter =
        org.isPresent() && app.isPresent()
            ? Optional.of(tighter(org.get(), app.get()))
            : org.or(() -> app);
    tighter.ifPresent(
        now -> {
          usage = tighter;
          readAt = clock.instant();
        });
  }

  private static Usage tighter(Usage one, Usage other) {
    return one.used() * other.most() >= other.used() * one.most() ? one : other;
  }

  private static Optional<Usage> match(Pattern pattern, String header) {
    Matcher matcher = pattern.matcher(header);
    return matcher.find()
        ? Optional.of(new Usage(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
            .filter(now -> now.most() > 0)
        : Optional.empty();
  }

  /** For the log: {@code 18 of 5000}, or a dash before the first answer. */
  synchronized String shown() {
    return usage.map(now -> now.used() + " of " + now.most()).orElse("-");
  }
}
