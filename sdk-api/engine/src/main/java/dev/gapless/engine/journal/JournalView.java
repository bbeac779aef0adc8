// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

import dev.gapless.api.ItemKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Questions to the journal. Costs do not grow with history or backlog, but with what is answered.
 */
public interface JournalView {
  /** The greatest sequence given to an event so far; 0 in a new journal. */
  long lastSequence();

  /** Every destination ever registered, by name. */
  Map<String, DestinationRow> destinations();

  Optional<ReceiptRow> receipt(long id);

  Optional<ItemRow> item(ItemKey key);

  /**
   * The item with an id that a row refers to.
   *
   * @throws IllegalStateException if there is none
   */
  ItemRow item(long id);

  /** The events of an item in the order of their sequence. */
  List<EventRow> events(long item);

  /** Events not understood with a sequence above {@code after}, in that order. */
  List<EventRow> notUnderstood(long after, int limit);

  /** Whether the item has had this change. */
  boolean seen(long item, String change);

  /** The lane that a conversation id or alias leads to. */
  Optional<Long> lane(String scope, String conversation);

  Optional<DeliveryRow> delivery(int destination, long item);

  /** The first waiting deliveries of a lane, by position. */
  List<DeliveryRow> heads(int destination, long lane, int limit);

  /**
   * Shares with a lane of this rank whose head is due at {@code now}, with a number above {@code
   * behind}, by number. Costs grow with the shares that have lanes in the queue.
   */
  List<Integer> dueShares(int destination, Instant now, Rank rank, int behind, int limit);

  /** Lanes of one rank and share whose head is due at {@code now}, longest due first. */
  List<DueLane> dueLanes(int destination, Instant now, Rank rank, int share, int limit);

  /** When the next lane is due that is due after {@code after}; costs as {@link #dueShares}. */
  Optional<Instant> nextDue(int destination, Instant after);

  /** Deliveries that were announced and have neither an outcome nor been found uncertain. */
  List<DeliveryRow> announced(int destination, int limit);

  /** Parked deliveries with an id above {@code after}, by id. */
  List<DeliveryRow> parked(int destination, long after, int limit);

  /** Events of the item with no rule and a sequence above {@code after}, at most {@code upTo}. */
  long countEvents(long item, long after, long upTo);

  /** Events of the delivery's item that count and are not in the CRM yet. */
  default long unwritten(DeliveryRow delivery) {
    return countEvents(delivery.item(), delivery.written(), Long.MAX_VALUE);
  }

  /** The least sequence above {@code after} of the item's events with no rule. */
  Optional<Long> firstEvent(long item, long after);

  /** The destination's counters by name. */
  Map<String, Long> counters(int destination);

  /**
   * Recounts the books from events and deliveries alone, for up to {@code limit} items with an id
   * above {@code afterItem}.
   */
  RecountPage recount(DestinationRow destination, long afterItem, int limit);

  Optional<String> state(String owner, String key);

  /** Receipts held for a source, with an id above {@code after}, by id. */
  List<Long> held(String connection, String source, long after, int limit);

  /** The conversation id that a lane was named by. */
  Optional<String> laneName(long lane);
}
