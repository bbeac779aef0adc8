// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

import java.time.Duration;
import java.util.Optional;

/**
 * Why the other side, a CRM or a platform, said no.
 *
 * @param category what kind of no
 * @param scope how far it reaches
 * @param retryAfter how long it asks us to wait, if it does
 * @param code its own code, as {@code UNABLE_TO_LOCK_ROW}; empty if it has none
 * @param detail what a person can act on: the field, the right, the limit; never message text
 */
public record Refusal(
    Category category, Scope scope, Optional<Duration> retryAfter, String code, String detail) {

  /** What kind of no; decides whether waiting can help. */
  public enum Category {
    /** Too fast; waiting helps. */
    THROTTLED(true),
    /** A passing fault of the CRM; waiting helps. */
    TRANSIENT(true),
    /** Somebody else holds the record; waiting a little helps. */
    LOCKED(true),
    /** The CRM cannot be reached or is down. */
    OUTAGE(true),
    /** The token or its renewal was refused. */
    AUTHENTICATION(true),
    /** The budget of calls is used up. */
    QUOTA(true),
    /** A missing field, right or setting that an admin must mend. */
    SETUP(true),
    /** The person's record was merged, converted or deleted; looked up anew once. */
    PERSON_GONE(true),
    /** The entry to update no longer exists: ignored, never written again. */
    GONE(false),
    /** The CRM will never take this entry as it is. */
    INVALID(false);

    private final boolean retryable;

    Category(boolean retryable) {
      this.retryable = retryable;
    }

    /** Whether the same request may succeed later. */
    public boolean retryable() {
      return retryable;
    }
  }

  /** How far a refusal reaches. */
  public enum Scope {
    /** This entry only: it waits or is parked. */
    ENTRY,
    /** The call as a whole, perhaps for its size: it is halved. */
    BATCH,
    /** Everything towards this CRM: all stops, with one alarm; no attempt is spent. */
    CONNECTION
  }

  /** A refusal without a waiting time. */
  public static Refusal of(Category category, Scope scope, String code, String detail) {
    return new Refusal(category, scope, Optional.empty(), code, detail);
  }

  /** The same, with the waiting time the CRM asked for. */
  public Refusal retryAfter(Duration wait) {
    return new Refusal(category, scope, Optional.of(wait), code, detail);
  }

  /** One line for logs and the parked list. */
  public String summary() {
    String name = category.name().toLowerCase(java.util.Locale.ROOT);
    return code.isEmpty() ? name + ": " + detail : name + " (" + code + "): " + detail;
  }
}
