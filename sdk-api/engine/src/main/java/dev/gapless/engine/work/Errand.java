// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.work;

import java.time.Duration;

/** Work that comes up again and again, done piece by piece by {@link Workers}. */
public interface Errand {
  /** What it is, for the log, as {@code deliveries to CRM 'desk'}. */
  String title();

  /** How many threads may do it at once, at least 1. */
  int hands();

  /** Does one piece of work; returns false if there is none now. */
  boolean pass();

  /** How long a pass would find nothing: light ones are at most {@code most}. */
  Nap nap(Duration most);
}
