// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

import java.util.Locale;

/** Who could read the contact on the platform. */
public enum Visibility {
  PUBLIC,
  PRIVATE;

  /** The name used in configuration, CRMs and output: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
