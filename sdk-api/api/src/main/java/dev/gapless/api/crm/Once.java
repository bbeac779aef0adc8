// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.crm;

import java.time.Duration;

/**
 * How a CRM keeps an entry from being written twice when an answer is lost. The adapter states it,
 * the start-up log and the audit repeat it.
 */
public sealed interface Once {
  /**
   * How long after a call ended without an answer its effect may still appear. An update with a
   * lost answer is followed by a newer one only then, or the late one would undo it.
   */
  Duration settledAfter();

  /**
   * The CRM enforces our key: the same create is sent again and answered "already there".
   *
   * @param settledAfter the CRM's longest run time; zero if a call never outlives its connection
   */
  record Enforced(Duration settledAfter) implements Once {
    public Enforced {
      requireNotNegative(settledAfter);
    }

    /** For a CRM in which a call never outlives its connection. */
    public Enforced() {
      this(Duration.ZERO);
    }
  }

  /**
   * The CRM only lets us look: a lost answer is settled by {@link EntryLookup}.
   *
   * @param visibleAfter how long after a call ended its record may still appear: the CRM's longest
   *     run time plus its lag; positive
   */
  record Confirmed(Duration visibleAfter) implements Once {
    public Confirmed {
      if (visibleAfter.isNegative() || visibleAfter.isZero()) {
        throw new IllegalArgumentException("visibleAfter must be positive");
      }
    }

    @Override
    public Duration settledAfter() {
      return visibleAfter;
    }
  }

  /**
   * Neither: an entry whose answer is lost is parked as "may have been written".
   *
   * @param settledAfter the CRM's longest run time; zero if a call never outlives its connection
   */
  record None(Duration settledAfter) implements Once {
    public None {
      requireNotNegative(settledAfter);
    }

    /** For a CRM in which a call never outlives its connection. */
    public None() {
      this(Duration.ZERO);
    }
  }

  private static void requireNotNegative(Duration settledAfter) {
    if (settledAfter.isNegative()) {
      throw new IllegalArgumentException("settledAfter must not be negative");
    }
  }
}
