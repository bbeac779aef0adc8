// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

import dev.gapless.api.ItemKey;
import java.time.Instant;

/**
 * Changes to the journal, and questions that see them. Instants are kept to the microsecond, what
 * is finer is cut off.
 */
public interface JournalTransaction extends JournalView {
  DestinationRow addDestination(String name, long since);

  /** Stores a receipt; its id is greater than every earlier one's. */
  long addReceipt(String connection, Instant receivedAt, byte[] body);

  /**
   * Stores an item.
   *
   * @param item its id does not count: the row returned has the one it was given
   * @throws IllegalStateException if the key is there
   */
  ItemRow addItem(ItemRow item);

  /** Stores an item of which nothing is folded yet. */
  default ItemRow addItem(ItemKey key, long sequence, long lane) {
    return addItem(new ItemRow(0, key, sequence, lane, 0, 0, ""));
  }

  /** Replaces lane, revision, first revision and state of the item with this id. */
  void saveItem(ItemRow item);

  /**
   * Stores an event.
   *
   * @throws IllegalStateException if the item has had this change, or the sequence is given
   */
  void addEvent(EventRow event);

  /** A later reading made sense of the event. */
  void understood(long sequence);

  /** Takes the rule off the item's events that were ignored by it; returns how many. */
  long revive(long item, String rule);

  /** A lane id never used before, greater than 0. */
  long addLane();

  /** Makes a conversation id or alias lead to the lane from now on. */
  void alias(String scope, String conversation, long lane);

  /**
   * Two lanes turned out to be one conversation: every alias, item and delivery of {@code from},
   * and its place in each destination's queue, goes to {@code to}. Positions stay, so that the
   * order of receipt holds over both; in each queue {@code to} is due when its first waiting
   * delivery is, and as urgent as the more urgent of the two was. {@code from} is not used again.
   */
  void mergeLane(long from, long to);

  /** Stores a delivery or replaces the one of the same destination and item. */
  void saveDelivery(DeliveryRow delivery);

  /**
   * Stores a delivery of an item that had none towards this destination. It waits in a position
   * beyond all others of its lane, so the lane is due as before, and at least as urgent as this
   * one; a lane in which none waited is due when this one is.
   */
  void addLast(DeliveryRow delivery);

  /**
   * Sets the lane due when its first waiting delivery is; takes it out if none waits. To be called
   * after every change of a delivery that may be its lane's head.
   *
   * <p>The lane is as urgent as the most urgent of its first {@value #LOOK_AHEAD} waiting
   * deliveries, or stays as urgent as it was while more than these wait.
   */
  default void refreshLane(int destination, long lane) {
    refreshLane(destination, lane, Instant.EPOCH);
  }

  /**
   * As {@link #refreshLane(int, long)}, after the lane had its turn: it is due at {@code served} at
   * the earliest, so that lanes which have waited since before come first.
   */
  void refreshLane(int destination, long lane, Instant served);

  /**
   * As {@link #refreshLane(int, long)}, and the lane keeps the turn it had: if it is due at {@code
   * now}, it is due no earlier than before, whatever its head says; if it is not, it may become due
   * then.
   */
  void keepTurn(int destination, long lane, Instant now);

  /** Makes a lane in the queue at least this urgent, wherever in it that delivery waits. */
  void hurryLane(int destination, long lane, Rank rank);

  /** How many of a lane's waiting deliveries are looked at for how urgent it is. */
  int LOOK_AHEAD = 1_000;

  /**
   * The number of a share, given when it is first asked for; greater than 0. Due lanes are taken
   * from all shares in turn.
   */
  int share(String name);

  /** Adds to a counter, which starts at 0. */
  void count(int destination, String counter, long delta);

  void putState(String owner, String key, String value);

  /**
   * Marks a receipt as a page of a sweep that is not complete.
   *
   * @throws IllegalStateException if it is marked for this source already
   */
  void hold(String connection, String source, long receipt);

  /** Takes the mark off every receipt held for the source. */
  void release(String connection, String source);

  /** Removes a receipt that no event refers to. */
  void dropReceipt(long id);

  /** Names a lane by the first id of its conversation. */
  void nameLane(long lane, String conversation);

  /** What lets old rows go. */
  Expiry expiry();
}
