// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Interaction;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.Entry;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.ItemRow;
import java.util.Optional;

/**
 * A delivery at the head of its lane, with the state it would write.
 *
 * @param interaction what the CRM shall show as of {@code item.revision()}
 */
record Candidate(DeliveryRow row, ItemRow item, Interaction interaction) {
  /** The role under which the person's record is remembered, so that an update needs no search. */
  static final String PERSON = "person";

  boolean isUpdate() {
    return row.refs().entry().isPresent();
  }

  Entry entry(Optional<CrmPerson> person) {
    return new Entry(interaction, item.firstRevision(), person, row.refs());
  }
}
