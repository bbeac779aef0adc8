// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine;

import dev.gapless.api.Delivery;
import dev.gapless.api.ItemKey;
import java.util.List;
import java.util.Optional;

/**
 * Everything the journal knows about the way of one item.
 *
 * @param events what happened to it, in the order of receipt
 * @param deliveries where it stands towards each CRM
 * @param contentExpired whether its content is not kept any more; changes that come now are left
 *     out
 */
public record Trace(
    ItemKey item, List<Event> events, List<Delivery> deliveries, boolean contentExpired) {
  /**
   * One thing that happened.
   *
   * @param sequence the receipt sequence
   * @param change the event part of its key
   * @param rule the rule by which it is ignored; empty if it counts
   */
  public record Event(long sequence, String change, Optional<String> rule) {}
}
