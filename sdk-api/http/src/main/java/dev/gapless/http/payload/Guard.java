// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import dev.gapless.api.channel.Item;
import java.util.function.Function;
import java.util.function.Supplier;

/** A mistake of ours parks the element; its neighbours must not pay for it. */
public final class Guard {
  private Guard() {}

  /**
   * What the reading gives; if it throws, what {@code unreadable} makes of the problem.
   *
   * @param unreadable given the problem in words without any content
   */
  public static Item read(Supplier<Item> reading, Function<String, Item> unreadable) {
    try {
      return reading.get();
    } catch (RuntimeException e) {
      // Only the class: the message may quote the element.
      return unreadable.apply("could not be read: " + e.getClass().getSimpleName());
    }
  }
}
