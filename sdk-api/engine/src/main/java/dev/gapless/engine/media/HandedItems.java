// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.media;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Delivery;
import dev.gapless.api.ItemKey;
import dev.gapless.engine.journal.Journal;
import java.util.List;
import java.util.Optional;

/** What the journal knows of items whose files are handed to one CRM. */
final class HandedItems {
  private final Journal journal;
  private final int crm;
  private final List<Integer> others;

  /**
   * @param crm the destination of its entries
   * @param others the destinations of files for the other CRMs
   */
  HandedItems(Journal journal, int crm, List<Integer> others) {
    this.journal = journal;
    this.crm = crm;
    this.others = others;
  }

  /** The records of the item's entry, once it is written. */
  Optional<CrmRefs> entry(ItemKey key) {
    return journal.read(
        view ->
            view.item(key)
                .flatMap(item -> view.delivery(crm, item.id()))
                .map(row -> row.refs())
                .filter(refs -> refs.entry().isPresent()));
  }

  /** Whether no other CRM still waits for the item's files. */
  boolean othersHaveAll(ItemKey key) {
    return journal.read(
        view -> {
          long item = view.item(key).orElseThrow().id();
          return others.stream()
              .flatMap(other -> view.delivery(other, item).stream())
              .noneMatch(
                  row ->
                      row.state() == Delivery.State.WAITING
                          || row.state() == Delivery.State.PARKED);
        });
  }
}
