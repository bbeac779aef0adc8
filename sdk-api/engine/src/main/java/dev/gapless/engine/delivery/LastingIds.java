// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import java.util.List;

/** By which identifiers somebody is the same person tomorrow. */
final class LastingIds {
  private LastingIds() {}

  /** All but handles, which may go to somebody else; handles only where there is nothing else. */
  static List<Identifier> of(Party party) {
    List<Identifier> lasting =
        party.identifiers().stream()
            .filter(each -> !each.type().equals(Identifier.HANDLE))
            .toList();
    return lasting.isEmpty() ? party.identifiers() : lasting;
  }
}
