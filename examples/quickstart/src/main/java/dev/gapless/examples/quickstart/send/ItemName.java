// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.send;

import dev.gapless.api.channel.Item;
import dev.gapless.examples.quickstart.console.Plain;

/** How an item is called on the terminal: what it is, what happened, and its id. */
final class ItemName {
  private static final int LONGEST = 60;

  private ItemName() {}

  static String of(Item item) {
    return what(item) + " " + Plain.line(item.event().item().nativeId(), LONGEST);
  }

  private static String what(Item item) {
    if (item instanceof Item.Contact contact) {
      return contact.interaction().kind().label() + " " + contact.interaction().action().label();
    }
    return item instanceof Item.Notice notice ? "notice " + notice.kind() : "unreadable";
  }
}
