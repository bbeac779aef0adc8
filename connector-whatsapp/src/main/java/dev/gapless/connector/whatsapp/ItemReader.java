// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import dev.gapless.api.channel.Item;
import java.util.List;
import java.util.function.Function;

/** Reads an element of one of the platform's arrays. */
@FunctionalInterface
interface ItemReader {
  /** At least one item; never throws. */
  List<Item> read(Element element);

  /** A reader of elements that are one item each. */
  static ItemReader one(Function<Element, Item> read) {
    return element -> List.of(guarded(read, element));
  }

  /** A mistake of ours parks the element; its neighbours must not pay for it. */
  static Item guarded(Function<Element, Item> read, Element element) {
    try {
      return read.apply(element);
    } catch (RuntimeException e) {
      // Only the class: the message may quote the element.
      return element.unreadable("could not be read: " + e.getClass().getSimpleName());
    }
  }
}
