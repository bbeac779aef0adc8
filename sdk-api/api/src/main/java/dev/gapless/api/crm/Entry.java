// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.crm;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Interaction;
import dev.gapless.api.ItemKey;
import java.time.Instant;
import java.util.Optional;

/**
 * One timeline entry to write.
 *
 * @param interaction the newest state of the contact, all events folded in
 * @param sequence the receipt sequence: with {@link #occurredAt()} the sort key of the timeline;
 *     unique, and constant for the life of the entry
 * @param person whose timeline; empty means the connection's inbox, as its policy says
 * @param refs the records made so far; with an entry id this is an update
 */
public record Entry(
    Interaction interaction, long sequence, Optional<CrmPerson> person, CrmRefs refs) {
  /** The key the CRM stores: of the item, whatever has changed since. */
  public ItemKey key() {
    return interaction.key();
  }

  /** The first half of the sort key. */
  public Instant occurredAt() {
    return interaction.occurredAt();
  }

  /** Whether the record exists and only changes. */
  public boolean isUpdate() {
    return refs.entry().isPresent();
  }
}
