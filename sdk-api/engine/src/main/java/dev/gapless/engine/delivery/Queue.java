// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Conversation;
import dev.gapless.api.Interaction;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.CrmCapabilities.LanesInBatch;
import dev.gapless.engine.fold.ItemStateJson;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DueLane;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalException;
import dev.gapless.engine.journal.JournalView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes due lanes from the journal, and from each lane what may share a call. */
final class Queue {
  /** How many full calls' worth of conversations is many. */
  private static final int WIDE = 10;

  /** How many calls' worth of conversations a question looks at for people to ask for as well. */
  private static final int AHEAD = 5;

  private final Journal journal;
  private final Destination to;
  private final Turns turns;

  Queue(Journal journal, Destination to) {
    this.journal = journal;
    this.to = to;
    this.turns = new Turns(to.row.id());
  }

  /** Claims lanes that are due; whoever takes them gives them back to {@link Claims#release}. */
  synchronized List<DueLane> takeLanes(Instant now) {
    int wanted = to.limit.now();
    Map<Long, Integer> busy = to.claims.busy();
    List<DueLane> lanes = journal.read(view -> turns.next(view, now, wanted, busy));
    to.claims.takeLanes(lanes);
    return lanes;
  }

  /**
   * Whether so many conversations wait that calls are full for a long time, however many go at
   * once.
   */
  boolean isWide(Instant now) {
    int wide = WIDE * to.can.maxBatch();
    return journal.read(view -> free(view, now).lanes(wide)).size() == wide;
  }

  /**
   * Whose untried new entries are next in the lanes that are due; claims nothing. Nobody while a
   * call carries fewer than it may.
   */
  List<Party> upcoming(Instant now) {
    if (to.limit.now() < to.can.maxBatch()) {
      return List.of();
    }
    return journal.read(
        view ->
            free(view, now).lanes(AHEAD * to.can.maxBatch()).stream()
                .flatMap(lane -> view.heads(to.row.id(), lane.lane(), 1).stream())
                .filter(row -> row.refs().entry().isEmpty() && row.lastTried().isEmpty())
                .flatMap(row -> customer(view.item(row.item())).stream())
                .toList());
  }

  private static Optional<Party> customer(ItemRow item) {
    try {
      return visible(item).customer();
    } catch (RuntimeException e) {
      // It is set aside with its reason when it is its turn.
      return Optional.empty();
    }
  }

  private FreeLanes free(JournalView view, Instant now) {
    return new FreeLanes(view, to.row.id(), now, to.claims.busy());
  }

  /** Whether these lanes fill a call. */
  boolean isFull(List<DueLane> lanes) {
    return lanes.size() >= to.limit.now();
  }

  /** Claims the heads of the claimed lanes, in lane order. */
  void take(List<DueLane> lanes, Instant now, Taken taken) {
    journal.read(
        view -> {
          heads(view, lanes, now).values().forEach(rows -> take(view, rows, taken));
          return taken;
        });
  }

  /** The first of each lane, and what fills the call beyond them from all lanes in turn. */
  private Map<Long, List<DeliveryRow>> heads(JournalView view, List<DueLane> lanes, Instant now) {
    return InTurn.take(lanes, to.limit.now(), (lane, many) -> heads(view, lane, many, now)).stream()
        .collect(Collectors.groupingBy(DeliveryRow::lane, LinkedHashMap::new, Collectors.toList()));
  }

  /** What is behind the head goes along if it is due as well. */
  private List<DeliveryRow> heads(JournalView view, DueLane lane, int many, Instant now) {
    boolean several = to.can.lanesInBatch() == LanesInBatch.PREFIX;
    List<DeliveryRow> rows = view.heads(to.row.id(), lane.lane(), several ? many : 1);
    long due = rows.stream().skip(1).takeWhile(row -> !row.due().isAfter(now)).count();
    return rows.stream().limit(1 + due).toList();
  }

  private void take(JournalView view, List<DeliveryRow> rows, Taken taken) {
    boolean first = true;
    for (DeliveryRow row : rows) {
      // An entry whose call has no outcome is settled alone; what stands behind it waits.
      boolean inDoubt = row.isInDoubt();
      if ((inDoubt && !first) || !take(view, row, taken) || inDoubt) {
        return;
      }
      first = false;
    }
  }

  /** One entry that cannot be shown is its own trouble, not that of the others in the call. */
  private boolean take(JournalView view, DeliveryRow row, Taken taken) {
    try {
      return taken.add(candidate(view, row));
    } catch (JournalException e) {
      throw e;
    } catch (RuntimeException e) {
      taken.add(row, to.broken("an entry could not be shown, it broke", Refusal.Scope.ENTRY, e));
      return false;
    }
  }

  private Candidate candidate(JournalView view, DeliveryRow row) {
    ItemRow item = view.item(row.item());
    Interaction dressed = underOneName(view, item, visible(item));
    for (Dressing dressing : to.ties.dressings()) {
      dressed = dressing.dress(view, item, dressed);
    }
    return new Candidate(row, item, dressed);
  }

  private static Interaction visible(ItemRow item) {
    return ItemStateJson.read(item.key(), item.state())
        .visible()
        .orElseThrow(() -> new IllegalStateException("due with nothing to show: " + item));
  }

  /**
   * A conversation whose id changed is still one to the CRM: it keeps the id it was met by first.
   */
  private static Interaction underOneName(JournalView view, ItemRow item, Interaction visible) {
    Optional<String> name = view.laneName(item.lane());
    Optional<Conversation> thread = visible.conversation();
    if (name.isEmpty() || thread.isEmpty() || thread.get().id().equals(name.get())) {
      return visible;
    }
    List<String> aliases = new ArrayList<>(thread.get().aliases());
    aliases.add(thread.get().id());
    aliases.remove(name.get());
    return visible.toBuilder().conversation(new Conversation(name.get(), aliases)).build();
  }
}
