// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.send;

import dev.gapless.api.channel.Item;
import java.util.Optional;

/**
 * One line of the result: an item on its way, or something whose fate is known already.
 *
 * @param file where it came from
 * @param item what is followed; empty if there is nothing to follow
 * @param fate what is known when it was sent
 * @param seenBefore whether the host knew this very event already
 */
record Sent(String file, Optional<Item> item, Fate fate, boolean seenBefore) {
  static Sent following(String file, Item item) {
    return new Sent(file, Optional.of(item), Fate.waiting(), false);
  }

  static Sent repeated(String file, Item item) {
    return new Sent(file, Optional.of(item), Fate.waiting(), true);
  }

  static Sent error(String file, String what) {
    return new Sent(file, Optional.empty(), new Fate(Fate.Outcome.ERROR, what), false);
  }
}
