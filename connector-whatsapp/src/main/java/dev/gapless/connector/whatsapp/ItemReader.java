// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Guard;
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

  /** The element read; or parked, if that fails. */
  static Item guarded(Function<Element, Item> read, Element element) {
    return Guard.read(() -> read.apply(element), element::unreadable);
  }
}
