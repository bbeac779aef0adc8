// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.answer;

import java.util.Locale;

/** What was being done when the platform complained; the same code can mean different things. */
public enum During {
  CREATE,
  UPDATE,
  READ,
  LOGIN;

  /** Whether a request without an answer may have changed something. */
  public boolean writes() {
    return this == CREATE || this == UPDATE;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
