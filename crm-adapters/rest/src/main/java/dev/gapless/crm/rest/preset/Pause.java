// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How long a refused call waits where the answer does not say. */
public sealed interface Pause {
  /** The wait from a moment on. */
  Duration from(Instant now);

  /** Always as long. */
  record For(Duration length) implements Pause {
    @Override
    public Duration from(Instant now) {
      return length;
    }
  }

  /**
   * Until the account's day ends. Where the clocks are changed the day is as long as it is there,
   * and a day whose midnight is skipped begins later.
   */
  record UntilMidnight(ZoneId zone) implements Pause {
    @Override
    public Duration from(Instant now) {
      LocalDate tomorrow = LocalDate.ofInstant(now, zone).plusDays(1);
      return Duration.between(now, tomorrow.atStartOfDay(zone).toInstant());
    }
  }
}
