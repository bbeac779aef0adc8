// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import java.util.function.Supplier;

/**
 * A call that was understood and has not taken effect yet.
 *
 * @param kind what it will do
 * @param rows how many entries or queries it holds
 * @param effect does it, and says what to answer; run once
 */
record Work(Kind kind, int rows, Supplier<Answer> effect) {

  enum Kind {
    CREATE,
    UPDATE,
    OTHER
  }

  static Work other(Supplier<Answer> effect) {
    return new Work(Kind.OTHER, 0, effect);
  }

  boolean writesEntries() {
    return kind != Kind.OTHER;
  }
}
