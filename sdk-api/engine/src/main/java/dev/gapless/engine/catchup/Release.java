// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.catchup;

import dev.gapless.api.Action;
import dev.gapless.api.Interaction;
import dev.gapless.api.channel.Item;
import dev.gapless.engine.fold.ItemStateJson;
import dev.gapless.engine.intake.Append;
import dev.gapless.engine.intake.Reading;
import dev.gapless.engine.intake.Receipt;
import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.JournalException;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.Rank;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a complete sweep's items into the journal, oldest first, some in each commit together with
 * how far it has come.
 */
final class Release {
  private static final Logger log = LoggerFactory.getLogger(Release.class);
  private static final int ITEMS_PER_COMMIT = 128;

  private final Memory memory;
  private final Committer committer;
  private final Append append;
  private final Clock clock;
  private final Duration keys;
  private final HeldItems held;
  private final Set<Long> used = new HashSet<>();
  private final Released done = new Released();
  private boolean begun;

  /**
   * @param from the sweep at the moment; if it was released in part by a process that died, nobody
   *     knows which of its pages brought something, and all are kept
   */
  Release(Readback readback, Memory memory, Sweep from) {
    this.memory = memory;
    this.committer = readback.committer();
    this.append = readback.append();
    this.clock = readback.clock();
    this.keys = readback.keys();
    this.held = new HeldItems(memory, readback.reader());
    if (from.released() > 0) {
      used.addAll(held.receipts());
    }
  }

  /** Releases the next items; the sweep has ended when they were the last. */
  SourceState step(SourceState state, Sweep running) {
    boolean resumed = !begun && running.released() > 0;
    begun = true;
    Sweep sweep = resumed ? running.releaseAgain() : running;
    List<HeldItems.Place> next = held.places(sweep.released(), ITEMS_PER_COMMIT);
    try {
      return commit(state, sweep, next);
    } catch (JournalException e) {
      throw e;
    } catch (RuntimeException e) {
      log.error("channel '{}': {} among fetched items", memory.channel(), e.getClass().getName());
      return oneByOne(state, sweep, next);
    }
  }

  /** Whatever one item does to the engine, its neighbours come in and it is parked itself. */
  private SourceState oneByOne(SourceState state, Sweep sweep, List<HeldItems.Place> places) {
    SourceState now = state;
    for (HeldItems.Place place : places) {
      Sweep before = now.running().orElse(sweep);
      SourceState base = now;
      try {
        now = commit(base, before, List.of(place));
      } catch (JournalException e) {
        throw e;
      } catch (RuntimeException e) {
        now = commit(2, (tx, met) -> park(tx, base, before, place, e, met));
      }
    }
    return now;
  }

  private SourceState commit(SourceState state, Sweep sweep, List<HeldItems.Place> places) {
    List<Optional<Item>> items = places.stream().map(held::item).toList();
    return commit(1 + items.size(), (tx, met) -> apply(tx, state, sweep, places, items, met));
  }

  /** What a release did in one commit, and whom it met. */
  private record Done(SourceState state, Released.Batch met) {}

  private SourceState commit(
      int rows, BiFunction<JournalTransaction, Released.Batch, SourceState> work) {
    Done result =
        committer.commit(
            rows,
            tx -> {
              Released.Batch met = done.batch();
              return new Done(work.apply(tx, met), met);
            });
    result.met().keep();
    return result.state();
  }

  private SourceState apply(
      JournalTransaction tx,
      SourceState state,
      Sweep sweep,
      List<HeldItems.Place> places,
      List<Optional<Item>> items,
      Released.Batch met) {
    int newOnes = 0;
    for (int i = 0; i < items.size(); i++) {
      Optional<Item> wanted = items.get(i).filter(item -> isWanted(tx, item, sweep));
      if (wanted.isPresent() && add(tx, places.get(i), wanted.get(), met)) {
        newOnes++;
      }
    }
    return save(tx, state, sweep.released(places.size(), newOnes, met.contacts()));
  }

  /**
   * What happened before the horizon is read for its changes; it is not a new contact. Every copy
   * says whether it is hidden, so that counts only where it is news.
   */
  private boolean isWanted(JournalTransaction tx, Item item, Sweep sweep) {
    if (!(item instanceof Item.Contact contact)) {
      return true;
    }
    Interaction copy = contact.interaction();
    Optional<ItemRow> known = tx.item(copy.key());
    return switch (copy.action()) {
      case CREATED, OBSERVED -> known.isPresent() || !copy.occurredAt().isBefore(since(tx, sweep));
      case HIDDEN, SHOWN -> known.filter(row -> isNews(copy, row)).isPresent();
      // Without its contact neither is written.
      case EDITED, REMOVED -> true;
    };
  }

  /** What the journal forgot since the sweep began would come anew. */
  private Instant since(JournalTransaction tx, Sweep sweep) {
    Instant furthest = memory.furthest(tx, clock.instant(), keys);
    return sweep.since().isBefore(furthest) ? furthest : sweep.since();
  }

  private static boolean isNews(Interaction copy, ItemRow known) {
    if (ItemStateJson.isExpired(known.state())) {
      // Nobody knows any more whether it was hidden before.
      return false;
    }
    return ItemStateJson.read(known.key(), known.state())
        .exposure()
        .map(last -> last.action() != copy.action() && last.changedAt().isBefore(copy.changedAt()))
        .orElse(copy.action() == Action.HIDDEN);
  }

  private SourceState park(
      JournalTransaction tx,
      SourceState state,
      Sweep sweep,
      HeldItems.Place place,
      RuntimeException defect,
      Released.Batch met) {
    boolean added =
        tx.receipt(place.receipt())
            .map(page -> Reading.broken(memory.channel(), page.body(), defect))
            .filter(item -> add(tx, place, item, met))
            .isPresent();
    return save(tx, state, sweep.released(1, added ? 1 : 0, met.contacts()));
  }

  /** Returns whether this is the first that its contact brings. */
  private boolean add(JournalTransaction tx, HeldItems.Place place, Item item, Released.Batch met) {
    Receipt receipt =
        new Receipt(memory.channel(), clock.instant(), new byte[0], List.of(item), Rank.HISTORY);
    boolean brought = append.apply(tx, receipt, place.receipt()).events() > 0;
    if (brought) {
      used.add(place.receipt());
    }
    return !(item instanceof Item.Notice) && met.add(item.event().item(), brought);
  }

  private SourceState save(JournalTransaction tx, SourceState state, Sweep sweep) {
    SourceState next = sweep.released() < held.size() ? state.with(sweep) : state.end(sweep);
    if (next.running().isEmpty()) {
      held.receipts().stream().filter(id -> !used.contains(id)).forEach(tx::dropReceipt);
      tx.release(memory.channel(), memory.source());
    }
    memory.save(tx, next);
    return next;
  }
}
