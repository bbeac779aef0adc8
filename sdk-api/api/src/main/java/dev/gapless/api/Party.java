// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

import java.util.List;
import java.util.Optional;

/**
 * Somebody who takes part in a contact: a set of identifiers, each of which may be missing, change
 * or be added later. No single one of them is "the" id.
 *
 * @param name the display name, if the platform gave one
 * @param identifiers distinct, in the order of trust; may be empty
 */
public record Party(Optional<String> name, List<Identifier> identifiers) {
  public Party {
    // Nearly always they are distinct.
    identifiers =
        areDistinct(identifiers)
            ? List.copyOf(identifiers)
            : identifiers.stream().distinct().toList();
  }

  /** There is a handful at most, so looking at each is quicker than hashing. */
  private static boolean areDistinct(List<Identifier> all) {
    for (int i = 1; i < all.size(); i++) {
      if (all.indexOf(all.get(i)) < i) {
        return false;
      }
    }
    return true;
  }

  /** Says how much is known, not who it is: names and identifiers never reach a log. */
  @Override
  public String toString() {
    return "Party[" + identifiers + "]";
  }
}
