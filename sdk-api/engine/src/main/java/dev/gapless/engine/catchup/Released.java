// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.catchup;

import dev.gapless.api.ItemKey;
import java.util.HashMap;
import java.util.Map;

/** Which contacts a release has met, and whether they brought anything: each counts once. */
final class Released {
  private final Map<ItemKey, Boolean> contacts = new HashMap<>();

  /** What one commit meets; counts from {@link Batch#keep()} on, for commits may be run again. */
  Batch batch() {
    return new Batch();
  }

  final class Batch {
    private final Map<ItemKey, Boolean> met = new HashMap<>();

    /** Returns whether this is the first that the contact brings. */
    boolean add(ItemKey contact, boolean brought) {
      boolean before = met.getOrDefault(contact, contacts.getOrDefault(contact, false));
      met.put(contact, before || brought);
      return brought && !before;
    }

    /** How many different contacts have been met, with this batch. */
    int contacts() {
      long first = met.keySet().stream().filter(key -> !contacts.containsKey(key)).count();
      return contacts.size() + (int) first;
    }

    /** The commit is durable. */
    void keep() {
      contacts.putAll(met);
    }
  }
}
