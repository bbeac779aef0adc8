// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What keeps an entry from being written twice when an answer is lost. */
public enum Strategy {
  /** The CRM refuses a second entry with our key. */
  ENFORCED,
  /** The CRM can be asked for our key. */
  CONFIRMED,
  /** Neither: an entry whose answer is lost is parked. */
  NONE;

  /** The word of presets and settings. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All words. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Strategy::label).toList();
  }

  static Strategy of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
