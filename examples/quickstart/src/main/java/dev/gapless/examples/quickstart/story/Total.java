// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import java.util.Comparator;

/**
 * What is counted together.
 *
 * @param kind of contact
 * @param outcome where the journal has the item, or that the CRM has it
 * @param shows what the entry says happened to the contact; empty where there is no entry
 */
record Total(String kind, String outcome, String shows) implements Comparable<Total> {
  static final String WRITTEN = "written";

  private static final Comparator<Total> ORDER =
      Comparator.comparing(Total::kind).thenComparing(Total::outcome).thenComparing(Total::shows);

  /** An entry that is there. */
  static Total entry(String kind, String shows) {
    return new Total(kind, WRITTEN, shows);
  }

  @Override
  public int compareTo(Total other) {
    return ORDER.compare(this, other);
  }
}
