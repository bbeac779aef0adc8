// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.Expiry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What lets old rows go, for as long as its transaction runs. */
final class SqliteExpiry implements Expiry {
  private final Supplier<Tables> tables;

  SqliteExpiry(Supplier<Tables> tables) {
    this.tables = tables;
  }

  @Override
  public Optional<Milestone> lastMilestone() {
    return tables.get().milestones.last();
  }

  @Override
  public void addMilestone(Milestone milestone) {
    tables.get().milestones.add(milestone);
    tables.get().conversations.passed(milestone.at());
  }

  @Override
  public long cameBy(Instant time) {
    return tables.get().milestones.cameBy(time);
  }

  @Override
  public void dropMilestones(Instant before) {
    tables.get().milestones.drop(before);
  }

  @Override
  public List<EventRow> events(long after, long upTo, int limit) {
    return tables.get().removal.events(after, upTo, limit);
  }

  @Override
  public long size(long receipt) {
    return tables.get().removal.size(receipt);
  }

  @Override
  public Optional<Instant> receivedAt(long receipt) {
    return tables.get().removal.receivedAt(receipt);
  }

  @Override
  public long addedLater(long receipt) {
    return tables.get().removal.addedLater(receipt);
  }

  @Override
  public void addedLater(long receipt, long sequence) {
    tables.get().removal.addedLater(receipt, sequence);
  }

  @Override
  public boolean hasUnread(long receipt) {
    return tables.get().removal.hasUnread(receipt);
  }

  @Override
  public boolean isHeld(long receipt) {
    return tables.get().removal.isHeld(receipt);
  }

  @Override
  public int removeReceipt(long receipt) {
    return tables.get().removal.receipt(receipt);
  }

  @Override
  public long lastEvent(long item) {
    return tables.get().removal.lastEvent(item);
  }

  @Override
  public void removeItem(long item) {
    tables.get().removal.item(item);
  }

  @Override
  public void keep(Kept kept, Instant again) {
    tables.get().kept.keep(kept, again);
  }

  @Override
  public List<Kept> kept(Cause cause, Instant now, int limit) {
    return tables.get().kept.due(cause, now, limit);
  }

  @Override
  public boolean isKept(Cause cause, long id) {
    return tables.get().kept.any(cause, id);
  }

  @Override
  public void release(Kept kept) {
    tables.get().kept.release(kept);
  }

  @Override
  public List<ThreadUse> threads(Optional<ThreadUse> after, int limit) {
    return tables.get().conversations.list(after, limit);
  }

  @Override
  public void removeThread(ThreadUse thread) {
    tables.get().conversations.remove(thread);
  }

  @Override
  public boolean isQueued(long lane) {
    return tables.get().queue.isQueued(lane);
  }

  @Override
  public List<String> stateKeys(String owner, String after, int limit) {
    return tables.get().states.keys(owner, after, limit);
  }

  @Override
  public void removeState(String owner, String key) {
    tables.get().states.remove(owner, key);
  }

  @Override
  public void wipe() {
    tables.get().wipe = true;
  }
}
