// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

/** What must not be. */
enum Finding {
  /** Acknowledged, and neither in the CRM nor parked. */
  LOST("lost"),
  /** In the CRM, but not as the last acknowledged event left it. */
  WRONG_STATE("wrongState"),
  /** More than one entry. */
  TWICE("twice"),
  /** Made after an item of its conversation that was posted later, or with a lesser sequence. */
  OUT_OF_ORDER("outOfOrder"),
  /** In the CRM under a key that nobody posted. */
  NEVER_POSTED("neverPosted"),
  /** Parked, though nothing happened that a person must decide. */
  WRONGLY_PARKED("wronglyParked");

  private final String label;

  Finding(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
