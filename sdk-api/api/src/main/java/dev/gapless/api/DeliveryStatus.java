// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

import java.util.Locale;

/**
 * What the platform reports of an outbound message. The order is the order in which a status may
 * rise; platforms report them late, twice and in any order. {@link #FAILED} is final.
 */
public enum DeliveryStatus {
  SENT,
  DELIVERED,
  READ,
  PLAYED,
  FAILED;

  /** The name used in configuration, CRMs and output: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
