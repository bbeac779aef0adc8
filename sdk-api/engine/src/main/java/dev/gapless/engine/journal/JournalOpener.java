// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

import java.time.Clock;

/** Where a journal is and how it is opened. */
@FunctionalInterface
public interface JournalOpener {
  /**
   * Takes ownership and opens the journal, creating it if it is not there. If another process owns
   * it, waits as long as its settings say (a rolling restart), then refuses.
   *
   * @throws JournalException if it is owned, damaged, read-only, on a full disk or newer than this
   *     program; the message names the remedy
   */
  Journal open(Clock clock);
}
