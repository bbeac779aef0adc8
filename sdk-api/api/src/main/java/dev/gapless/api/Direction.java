// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

import java.util.Locale;

/** Seen from the company. */
public enum Direction {
  IN,
  OUT;

  /** The name used in configuration, CRMs and output: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
