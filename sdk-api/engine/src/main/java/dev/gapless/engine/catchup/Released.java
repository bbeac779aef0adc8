// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.catchup;

import dev.gapless.api.ItemKey;
import java.util.HashMap;
import java.util.Map;

/** Which contacts a release has met, and whether they brought anything: each counts once. */
final class Released {
  private final Map<ItemKey, Boolean> contacts;

  Released() {
    this(new HashMap<>());
  }

  private Released(Map<ItemKey, Boolean> contacts) {
    this.contacts = contacts;
  }

  Released copy() {
    return new Released(new HashMap<>(contacts));
  }

  /** Returns whether this is the first that the contact brings. */
  boolean add(ItemKey contact, boolean brought) {
    boolean before = contacts.getOrDefault(contact, false);
    contacts.put(contact, before || brought);
    return brought && !before;
  }

  int contacts() {
    return contacts.size();
  }
}
