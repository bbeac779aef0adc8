// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

import dev.gapless.api.ItemKey;

/**
 * One item and the fold of its events.
 *
 * @param sequence the receipt sequence of its first event; never changes
 * @param lane the unit of order, chosen when the item was first seen
 * @param revision sequence of the event that last changed what a CRM shall show; 0 if none did
 * @param firstRevision the first such
 * @param state the fold, as JSON; opaque to the journal; empty if nothing is folded yet
 */
public record ItemRow(
    long id,
    ItemKey key,
    long sequence,
    long lane,
    long revision,
    long firstRevision,
    String state) {
  /** The same fold, of one more event that shows nothing new. */
  public ItemRow revised(long event) {
    return new ItemRow(id, key, sequence, lane, event, firstRevision, state);
  }

  @Override
  public String toString() {
    return "ItemRow[" + id + " revision " + revision + "]";
  }
}
