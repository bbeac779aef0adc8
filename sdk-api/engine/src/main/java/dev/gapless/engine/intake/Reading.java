// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.intake;

import dev.gapless.api.EventKey;
import dev.gapless.api.ItemKey;
import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.ItemSplitter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a connector split a body, and makes sure that every receipt has at least one item. */
public final class Reading {
  private static final Logger log = LoggerFactory.getLogger(Reading.class);

  private Reading() {}

  /** The items; if the connector breaks, one that is parked. */
  public static List<Item> of(
      String channel, ItemSplitter splitter, byte[] body, Instant receivedAt) {
    List<Item> items = page(channel, splitter, body, receivedAt);
    return items.isEmpty() ? List.of(nothing(channel, body)) : items;
  }

  /** The same for a page that was read back, which may have nothing on it. */
  public static List<Item> page(
      String channel, ItemSplitter splitter, byte[] body, Instant receivedAt) {
    try {
      return splitter.split(body, receivedAt);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      log.warn("the connector of channel '{}' broke with {}", channel, e.getClass().getName());
      return List.of(broken(channel, body, e));
    }
  }

  private static Item nothing(String channel, byte[] body) {
    EventKey event = new EventKey(whole(channel, body), EventKey.CREATED);
    return new Item.Notice("", event, "empty", "unknown-empty", Optional.empty());
  }

  /** One item in place of all that broke. */
  public static Item broken(String channel, byte[] body, Throwable e) {
    return new Item.Unreadable(
        "", whole(channel, body), "it could not be taken apart: " + e.getClass().getSimpleName());
  }

  private static ItemKey whole(String channel, byte[] body) {
    return new ItemKey("", channel, "", "receipt", Digest.sha256Hex(body));
  }
}
