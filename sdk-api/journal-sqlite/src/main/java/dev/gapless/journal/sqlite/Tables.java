// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.DestinationRow;

/** Every prepared statement of one connection. */
final class Tables {
  final DestinationTable destinations;
  final ReceiptTable receipts;
  final ItemTable items;
  final EventTable events;
  final ConversationTable conversations;
  final MergedLanes mergedLanes;
  final LaneQueue queue;
  final DeliveryTable deliveries;
  final CounterTable counters;
  final StateTable states;
  final HeldTable held;
  final ShareTable shares;
  final MilestoneTable milestones;
  final KeptTable kept;
  final Removal removal;
  final Recount recount;
  private final LaneMemory lanes;

  /** Whether nothing of what was removed shall be left in the log either. */
  boolean wipe;

  Tables(Session session, LaneMemory lanes) {
    this.lanes = lanes;
    destinations = new DestinationTable(session);
    receipts = new ReceiptTable(session);
    items = new ItemTable(session);
    events = new EventTable(session);
    milestones = new MilestoneTable(session);
    conversations = new ConversationTable(session, lanes, events, milestones);
    mergedLanes = new MergedLanes(session);
    queue = new LaneQueue(session);
    deliveries = new DeliveryTable(session);
    counters = new CounterTable(session);
    states = new StateTable(session);
    held = new HeldTable(session);
    shares = new ShareTable(session);
    kept = new KeptTable(session);
    removal = new Removal(session, this);
    recount = new Recount(session, items);
  }

  /** Forgets what an earlier transaction left behind in memory. */
  void begin() {
    destinations.begin();
    receipts.begin();
    items.begin();
    events.begin();
    conversations.begin();
    counters.begin();
    shares.begin();
    wipe = false;
  }

  /** Joins two lanes; where they queue, the joined one is due when its head is. */
  void mergeLane(long from, long to) {
    mergedLanes.merge(from, to);
    lanes.forget();
    for (DestinationRow destination : destinations.all().values()) {
      queue.merge(destination.id(), from, to);
    }
  }

  /** Writes what is still in memory. */
  void flush() {
    counters.flush();
  }
}
