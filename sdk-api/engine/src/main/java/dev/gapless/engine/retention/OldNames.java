// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

import dev.gapless.engine.journal.JournalTransaction;
import java.util.List;
import java.util.Optional;

/** What was told of people, as old as content may be. */
record OldNames(Remembered remembered, String after) implements Sweep {
  OldNames(Remembered remembered) {
    this(remembered, "");
  }

  @Override
  public Step page(JournalTransaction tx, Cutoffs cutoffs) {
    String owner = remembered.owner();
    List<String> keys = tx.expiry().stateKeys(owner, after, PAGE);
    Removed.Page removed = Removed.Page.NOTHING;
    for (String key : keys) {
      if (tx.state(owner, key).filter(one -> isOld(one, cutoffs)).isPresent()) {
        tx.expiry().removeState(owner, key);
        removed = removed.and(Removed.Page.other());
      }
    }
    return new Step(
        removed,
        keys.size() == PAGE
            ? Optional.of(new OldNames(remembered, keys.get(PAGE - 1)))
            : Optional.empty());
  }

  private boolean isOld(String value, Cutoffs cutoffs) {
    return remembered.isFrom(value, cutoffs.content());
  }
}
