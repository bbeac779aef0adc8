// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.channel;

import java.time.Instant;
import java.util.List;

/** Takes a stored body apart, wherever it came from: a webhook or a page that was fetched. */
public interface ItemSplitter {
  /**
   * Splits a body into its items, at every level of nesting: <em>n</em> in, <em>n</em> out, in the
   * order of the body. What cannot be understood is an item too ({@link Item.Notice}, {@link
   * Item.Unreadable}); one strange item never costs its neighbours. Must be a pure function of its
   * parameters and the configuration: it is called again, perhaps by a later version, when a
   * receipt is re-read.
   *
   * <p>If it throws all the same, the receipt is stored with one parked item.
   *
   * @param body the raw bytes as received
   * @param receivedAt stands in where the platform gives no usable time
   */
  List<Item> split(byte[] body, Instant receivedAt);
}
