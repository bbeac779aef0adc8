// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.intake;

import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;

/** Whether this version knows what an item is; if not, a later version reads it again. */
final class Understanding {
  private static final String UNKNOWN_RULES = "unknown-";

  private Understanding() {}

  static boolean of(Item item) {
    if (item instanceof Item.Contact contact) {
      return contact.interaction().kind() != Kind.UNSUPPORTED;
    }
    if (item instanceof Item.Notice notice) {
      return !notice.rule().startsWith(UNKNOWN_RULES);
    }
    return false;
  }
}
