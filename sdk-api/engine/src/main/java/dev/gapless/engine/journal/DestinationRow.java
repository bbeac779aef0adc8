// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

/**
 * Where the journal delivers to: a CRM connection, or something that is brought for the sake of its
 * entries.
 *
 * @param since the books count events with a sequence above this
 */
public record DestinationRow(int id, String name, long since) {
  /** What is brought there. */
  public Purpose purpose() {
    return Purpose.of(name);
  }

  /** The channel or CRM it belongs to. */
  public String connection() {
    return purpose().connection(name);
  }

  /** In words, as {@code deliveries to CRM 'desk'}. */
  public String title() {
    return purpose().title(name);
  }

  /**
   * Whether its books count only the events of items that have a delivery to it; those of a CRM
   * count all.
   */
  public boolean isSelective() {
    return purpose() != Purpose.ENTRY;
  }
}
