// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

import dev.gapless.engine.journal.JournalTransaction;
import java.util.Optional;

/**
 * A look at what may be old, page by page; each page is one commit. A page may be run again when
 * its commit fails, so it remembers nothing in memory.
 */
interface Sweep {
  /** About how many rows a page looks at. */
  int PAGE = 100;

  /** A page ends after so many bytes of bodies: each is overwritten, and intake waits meanwhile. */
  long MOST_BYTES = 4 << 20;

  /**
   * What one page came to.
   *
   * @param next goes on with the next page; empty if there is none
   */
  record Step(Removed.Page removed, Optional<Sweep> next) {}

  Step page(JournalTransaction tx, Cutoffs cutoffs);
}
