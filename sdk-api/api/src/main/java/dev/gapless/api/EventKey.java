// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

/**
 * Names one thing that happened to one item. Serves the question "seen before?" only and never
 * leaves the journal; what a CRM stores is the {@link ItemKey}.
 *
 * @param item the timeline entry it happened to
 * @param change what happened: {@code created}, {@code edited:…}, {@code removed} …; never blank
 */
public record EventKey(ItemKey item, String change) {
  /** The change of an item's first appearance. */
  public static final String CREATED = "created";

  public EventKey {
    if (change.isBlank()) {
      throw new IllegalArgumentException("EventKey needs a change");
    }
  }

  /** Without the change, which may hold a native id. */
  @Override
  public String toString() {
    return "EventKey[" + item + "]";
  }
}
