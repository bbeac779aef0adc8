// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.books;

import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.RecountPage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Moves the counters, always in the commit of the change that they count. While a deep recount
 * walks over the items, changes behind its back are added to it too, so that it ends exact without
 * stopping anything. Used by the one thread that commits.
 */
public final class Books {
  private final Map<Integer, Recount> recounts = new LinkedHashMap<>();

  /** One event came in and starts in the given counter. */
  public void received(JournalTransaction tx, int destination, long item, String counter) {
    add(tx, destination, item, Counters.RECEIVED, 1);
    add(tx, destination, item, counter, 1);
  }

  /** One event came in that a rule leaves out. */
  public void ignored(JournalTransaction tx, DestinationRow to, long item, String rule) {
    if (!to.isSelective() || tx.delivery(to.id(), item).isPresent()) {
      received(tx, to.id(), item, Counters.IGNORED);
      add(tx, to.id(), item, Counters.ignoredBy(rule), 1);
    }
  }

  /** A selective destination has a new delivery: from now on all events of its item count. */
  public void selected(JournalTransaction tx, DestinationRow to, DeliveryRow delivery) {
    for (EventRow event : tx.events(delivery.item())) {
      if (event.sequence() > to.since()) {
        if (event.rule().isPresent()) {
          ignored(tx, to, delivery.item(), event.rule().get());
        } else {
          received(tx, to.id(), delivery.item(), Counters.WAITING);
        }
      }
    }
  }

  /** An event that had been left out by a rule counts after all. */
  public void revived(
      JournalTransaction tx, int destination, long item, String rule, String counter) {
    move(tx, destination, item, Counters.IGNORED, counter, 1);
    add(tx, destination, item, Counters.ignoredBy(rule), -1);
  }

  /** An event that one rule left out is left out by another. */
  public void ignoredFor(
      JournalTransaction tx, int destination, long item, String rule, String other) {
    add(tx, destination, item, Counters.ignoredBy(rule), -1);
    add(tx, destination, item, Counters.ignoredBy(other), 1);
  }

  /** Events of a delivery are left out from now on, by the rule. */
  public void leftOut(
      JournalTransaction tx, int destination, long item, String from, String rule, long events) {
    move(tx, destination, item, from, Counters.IGNORED, events);
    add(tx, destination, item, Counters.ignoredBy(rule), events);
  }

  public void move(
      JournalTransaction tx, int destination, long item, String from, String to, long events) {
    add(tx, destination, item, from, -events);
    add(tx, destination, item, to, events);
  }

  /** An event came again; what is brought for the sake of entries does not count it. */
  public void repeated(JournalTransaction tx, DestinationRow to) {
    if (!to.isSelective()) {
      tx.count(to.id(), Counters.REPEATS, 1);
    }
  }

  /** The rows of an item are about to go; what they count still counts. */
  public void removed(JournalTransaction tx, DestinationRow to, long item) {
    Recount recount = recounts.get(to.id());
    tx.recount(to, item - 1, 1)
        .counts()
        .forEach(
            (name, events) -> {
              tx.count(to.id(), Counters.gone(name), events);
              if (recount != null && item <= recount.position) {
                recount.totals.merge(name, -events, Long::sum);
              }
            });
  }

  /** Counts one more page, starting over if none is in progress; the result once it is complete. */
  public Optional<Map<String, Long>> recount(
      JournalTransaction tx, DestinationRow destination, int pageSize) {
    Recount recount = recounts.computeIfAbsent(destination.id(), id -> new Recount());
    RecountPage page = tx.recount(destination, recount.position, pageSize);
    page.counts().forEach((name, events) -> recount.totals.merge(name, events, Long::sum));
    recount.position = page.lastItem();
    if (!page.done()) {
      return Optional.empty();
    }
    recounts.remove(destination.id());
    tx.counters(destination.id())
        .forEach(
            (name, events) ->
                Counters.goneFrom(name)
                    .ifPresent(counter -> recount.totals.merge(counter, events, Long::sum)));
    return Optional.of(recount.totals);
  }

  /** After a roll-back: what was added to a recount did not happen, so it starts over. */
  public void restartRecounts() {
    recounts.clear();
  }

  private void add(JournalTransaction tx, int destination, long item, String counter, long events) {
    if (events == 0) {
      return;
    }
    tx.count(destination, counter, events);
    Recount recount = recounts.get(destination);
    if (recount != null && item <= recount.position) {
      recount.totals.merge(counter, events, Long::sum);
    }
  }

  private static final class Recount {
    private final Map<String, Long> totals = new LinkedHashMap<>();
    private long position;
  }
}
