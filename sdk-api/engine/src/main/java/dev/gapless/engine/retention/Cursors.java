// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.JournalView;

/** How far each clock has come, as the sequence of an event. */
enum Cursors {
  RAW,
  CONTENT,
  KEYS;

  private static final String OWNER = "gapless:retention";

  long get(JournalView view) {
    return view.state(OWNER, name()).map(Long::parseLong).orElse(0L);
  }

  void set(JournalTransaction tx, long sequence) {
    tx.putState(OWNER, name(), Long.toString(sequence));
  }
}
