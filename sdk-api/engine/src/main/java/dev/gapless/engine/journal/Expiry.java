// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a journal needs so that what is old can go: when things came, what is looked at again, and
 * taking rows out. Part of a transaction, and used no longer than it. Numbers that were given once
 * are never given again, whatever is taken out.
 */
public interface Expiry {
  /** Everything up to this sequence had come by that time. */
  record Milestone(Instant at, long sequence) {}

  /** Why something is looked at again. */
  enum Cause {
    RAW,
    CONTENT,
    KEYS
  }

  /**
   * Something that could not go when its time came.
   *
   * @param id the receipt or item
   * @param item the item that keeps a receipt; 0 if none does
   */
  record Kept(Cause cause, long id, long item) {}

  /** The newest milestone. */
  Optional<Milestone> lastMilestone();

  /** Stores a milestone; one of the same time is replaced. */
  void addMilestone(Milestone milestone);

  /** The greatest sequence that had come by then, as far as milestones tell; 0 if none does. */
  long cameBy(Instant time);

  /** Removes milestones that {@link #cameBy} needs for no time after this one. */
  void dropMilestones(Instant before);

  /** Events with a sequence above {@code after}, at most {@code upTo}, in that order. */
  List<EventRow> events(long after, long upTo, int limit);

  /** How many bytes the body of a receipt has; 0 if it is not there. */
  long size(long receipt);

  /** When a receipt came, if it is there. */
  Optional<Instant> receivedAt(long receipt);

  /** The greatest sequence of an event that was added to a stored receipt later; 0 if none was. */
  long addedLater(long receipt);

  /** An event has been added to a receipt that was stored before. */
  void addedLater(long receipt, long sequence);

  /** Whether an event of the receipt is not understood. */
  boolean hasUnread(long receipt);

  /** Whether the receipt is a page of a sweep that is not complete. */
  boolean isHeld(long receipt);

  /**
   * Removes a receipt with everything that is kept about it. Its events stay, and those that were
   * not understood count as understood, for nobody can read them again.
   *
   * @return how many were not understood
   */
  int removeReceipt(long receipt);

  /** The sequence of an item's last event. */
  long lastEvent(long item);

  /** Removes an item with its events and deliveries. */
  void removeItem(long item);

  /** Looks at something again from then on; once more of the same replaces the time. */
  void keep(Kept kept, Instant again);

  /** What is to be looked at by now, longest due first. */
  List<Kept> kept(Cause cause, Instant now, int limit);

  /** Whether anything keeps this. */
  boolean isKept(Cause cause, long id);

  /** It need not be looked at again. */
  void release(Kept kept);

  /** Conversations in the order of their ids, and what they were last used for. */
  List<ThreadUse> threads(Optional<ThreadUse> after, int limit);

  /** A conversation's id and the last sequence at which it was in use, as far as is known. */
  record ThreadUse(String scope, String id, long lane, long used) {
    @Override
    public String toString() {
      return "ThreadUse[lane " + lane + "]";
    }
  }

  /** Removes a conversation id; and the name of its lane. */
  void removeThread(ThreadUse thread);

  /** Whether something waits in the lane, towards whichever destination. */
  boolean isQueued(long lane);

  /** State of one owner, in the order of its keys. */
  List<String> stateKeys(String owner, String after, int limit);

  void removeState(String owner, String key);

  /** After this commit nothing of what has been removed is left on disk, as far as reads let it. */
  void wipe();
}
