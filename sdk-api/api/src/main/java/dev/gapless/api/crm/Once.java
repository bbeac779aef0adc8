// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.crm;

import java.time.Duration;

/**
 * How a CRM keeps an entry from being written twice when an answer is lost. The adapter states it,
 * the start-up log and the audit repeat it.
 */
public sealed interface Once {
  /** The CRM enforces our key: the same create is sent again and answered "already there". */
  record Enforced() implements Once {}

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
  }

  /** Neither: an entry whose answer is lost is parked as "may have been written". */
  record None() implements Once {}
}
