// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.call;

import java.util.Locale;

/** What a call is made for; calls are counted by it. */
public enum Purpose {
  /** Looks at fields, rights, settings and limits. */
  CHECK,
  /** Looks for people. */
  PEOPLE,
  CREATE,
  UPDATE,
  /** Looks for entries by our key, or at them before they are changed. */
  LOOK,
  /** Keeps the full text of an entry that had to be cut. */
  FILE;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
