// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import java.util.Locale;

/** What keeps the CRM from having an entry twice. */
enum Strategy {
  /** The CRM refuses a key it has. */
  ENFORCED,
  /** The CRM takes anything, and can be asked for a key. */
  CONFIRMED,
  /** The CRM takes anything, and is not asked. */
  NONE;

  /** The name in settings, on the command line and of the report. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the CRM enforces unique keys. */
  boolean isUnique() {
    return this == ENFORCED;
  }
}
