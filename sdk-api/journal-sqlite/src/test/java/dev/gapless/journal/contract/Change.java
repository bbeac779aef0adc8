// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.contract;

import static dev.gapless.journal.contract.Sample.NOON;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Delivery;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.Rank;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One random change, with three small numbers to choose its row and values by. */
public record Change(Kind kind, int a, int b, int c) {

  public enum Kind {
    ADD_DESTINATION,
    ADD_RECEIPT,
    ADD_ITEM,
    SAVE_ITEM,
    ADD_EVENT,
    UNDERSTOOD,
    REVIVE,
    ADD_LANE,
    ALIAS,
    MERGE_LANE,
    SAVE_DELIVERY,
    REFRESH_LANE,
    KEEP_TURN,
    HURRY_LANE,
    ADD_LAST,
    SHARE,
    COUNT,
    PUT_STATE,
    NAME_LANE,
    HOLD,
    RELEASE,
    DROP_RECEIPT
  }

  static final int DESTINATIONS = 2;
  static final int SHARES = 2;
  static final int LANES = 6;
  private static final int LANES_THAT_STAY = 3;
  private static final List<Rank> RANKS = List.of(Rank.values());
  private static final List<Delivery.State> STATES = List.of(Delivery.State.values());

  /** Returns what the change answered, or that it was refused. */
  Object apply(JournalTransaction tx) {
    try {
      return answer(tx);
    } catch (IllegalStateException e) {
      return "refused";
    }
  }

  private Object answer(JournalTransaction tx) {
    return switch (kind) {
      case ADD_DESTINATION -> tx.addDestination("crm " + a % DESTINATIONS, b);
      case ADD_RECEIPT -> tx.addReceipt("c" + a, NOON.plusSeconds(b), new byte[] {(byte) c});
      case ADD_ITEM -> tx.addItem(Sample.key("item " + a), b, lane(tx, c));
      case SAVE_ITEM -> done(() -> tx.saveItem(item(tx)));
      case ADD_EVENT -> done(() -> tx.addEvent(event(tx)));
      case UNDERSTOOD -> done(() -> tx.understood(a));
      case REVIVE -> tx.revive(a + 1L, "rule " + b % 2);
      case ADD_LANE -> tx.addLane();
      case ALIAS -> done(() -> tx.alias("scope " + a % 2, "thread " + b % 3, lane(tx, c)));
      case MERGE_LANE -> merge(tx);
      case SAVE_DELIVERY -> done(() -> tx.saveDelivery(delivery(tx)));
      case REFRESH_LANE ->
          done(() -> tx.refreshLane(destination(), lane(tx, b), NOON.plusSeconds(c - 4L)));
      case KEEP_TURN ->
          done(() -> tx.keepTurn(destination(), lane(tx, b), NOON.plusSeconds(c - 4L)));
      case HURRY_LANE -> done(() -> tx.hurryLane(destination(), lane(tx, b), rank()));
      case ADD_LAST -> addLast(tx);
      case SHARE -> tx.share("share " + a % SHARES);
      case COUNT -> done(() -> tx.count(destination(), "counter " + b % 3, c - 3L));
      case PUT_STATE -> done(() -> tx.putState("o" + a % 2, "k" + b % 2, "v" + c));
      case NAME_LANE -> done(() -> tx.nameLane(lane(tx, a), "thread " + b % 3));
      case HOLD -> done(() -> tx.hold("c" + a % 2, "source " + b % 2, c));
      case RELEASE -> done(() -> tx.release("c" + a % 2, "source " + b % 2));
      case DROP_RECEIPT -> done(() -> tx.dropReceipt(a));
    };
  }

  /** Joins one of the lanes that may go to one that is there. */
  private Object merge(JournalTransaction tx) {
    long from = LANES_THAT_STAY + 1L + a % (LANES - LANES_THAT_STAY);
    long to = lane(tx, b);
    if (gone(tx, from) || from == to) {
      return "nothing to join";
    }
    tx.putState("gone", Long.toString(from), "yes");
    tx.mergeLane(from, to);
    return "joined";
  }

  private static boolean gone(JournalTransaction tx, long lane) {
    return tx.state("gone", Long.toString(lane)).isPresent();
  }

  /** A lane that was joined to another is never used again. */
  private static long lane(JournalTransaction tx, int number) {
    long lane = number % LANES + 1L;
    return gone(tx, lane) ? number % LANES_THAT_STAY + 1L : lane;
  }

  /** An item that has no delivery yet, behind whatever waits. */
  private Object addLast(JournalTransaction tx) {
    if (tx.delivery(destination(), b + 1L).isPresent()) {
      return "there already";
    }
    tx.refreshLane(destination(), lane(tx, c));
    List<DeliveryRow> waiting = tx.heads(destination(), lane(tx, c), Integer.MAX_VALUE);
    long last = waiting.isEmpty() ? 0 : waiting.get(waiting.size() - 1).position();
    tx.addLast(waiting(tx, 10L * (last / 10 + 1) + b));
    return "added";
  }

  private EventRow event(JournalTransaction tx) {
    return new EventRow(
        tx.lastSequence() + 1 + a % 2,
        b + 1L,
        "change " + c,
        a,
        "/" + a,
        c % 3 == 0 ? Optional.of("rule " + c % 2) : Optional.empty(),
        a % 3 != 0);
  }

  private ItemRow item(JournalTransaction tx) {
    return new ItemRow(a + 1L, Sample.key("any"), 0, lane(tx, c), b, b / 2, "{\"n\":" + c + "}");
  }

  private DeliveryRow delivery(JournalTransaction tx) {
    DeliveryRow row = waiting(tx, position()).refs(new CrmRefs(Map.of("entry", "id " + a)));
    return switch (STATES.get(c % STATES.size())) {
      case WAITING -> a % 2 == 0 ? row : row.announce(b, NOON);
      case WRITTEN -> row.writtenUpTo(a, row.refs());
      case PARKED -> row.writtenUpTo(a, row.refs()).setAside(Delivery.State.PARKED, "why " + a);
      case IGNORED -> row.setAside(Delivery.State.IGNORED, "rule " + a % 2);
    };
  }

  private DeliveryRow waiting(JournalTransaction tx, long position) {
    return DeliveryRow.waiting(destination(), b + 1L, lane(tx, c), position, NOON.plusSeconds(c))
        .rank(rank())
        .share((a + b) % (SHARES + 1));
  }

  private Rank rank() {
    return RANKS.get((a + c) % RANKS.size());
  }

  /** Positions are sequences of events, so no two items have the same. */
  private long position() {
    return 10L * a + b;
  }

  private int destination() {
    return a % DESTINATIONS + 1;
  }

  private static Object done(Runnable change) {
    change.run();
    return "done";
  }
}
