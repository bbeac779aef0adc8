// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.contract;

import dev.gapless.api.Delivery;
import dev.gapless.api.ItemKey;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.DueLane;
import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.Expiry;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.Rank;
import dev.gapless.engine.journal.ReceiptRow;
import dev.gapless.engine.journal.RecountPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every answer by looking at every row. */
final class ModelRows implements JournalTransaction {
  private final Map<String, DestinationRow> destinations = new LinkedHashMap<>();
  private final List<ReceiptRow> receipts = new ArrayList<>();
  private final List<ItemRow> items = new ArrayList<>();
  private final Map<Long, EventRow> events = new TreeMap<>();
  private final Map<List<String>, Long> conversations = new HashMap<>();
  private final List<DeliveryRow> deliveries = new ArrayList<>();
  private final Map<Integer, Map<Long, DueLane>> due = new TreeMap<>();
  private final List<String> shares = new ArrayList<>();
  private final Map<Integer, Map<String, Long>> counters = new TreeMap<>();
  private final Map<List<String>, String> states = new HashMap<>();
  private final Map<Long, String> laneNames = new HashMap<>();
  private final Map<List<String>, Set<Long>> held = new HashMap<>();
  private long lanes;
  private long receiptIds;

  ModelRows() {}

  ModelRows(ModelRows from) {
    destinations.putAll(from.destinations);
    receipts.addAll(from.receipts);
    items.addAll(from.items);
    events.putAll(from.events);
    conversations.putAll(from.conversations);
    deliveries.addAll(from.deliveries);
    from.due.forEach((destination, of) -> due.put(destination, new TreeMap<>(of)));
    shares.addAll(from.shares);
    from.counters.forEach((destination, of) -> counters.put(destination, new TreeMap<>(of)));
    states.putAll(from.states);
    laneNames.putAll(from.laneNames);
    from.held.forEach((of, ids) -> held.put(of, new TreeSet<>(ids)));
    lanes = from.lanes;
    receiptIds = from.receiptIds;
  }

  @Override
  public DestinationRow addDestination(String name, long since) {
    refuseIf(destinations.containsKey(name));
    DestinationRow row = new DestinationRow(destinations.size() + 1, name, since);
    destinations.put(name, row);
    return row;
  }

  @Override
  public Map<String, DestinationRow> destinations() {
    return destinations;
  }

  @Override
  public long addReceipt(String connection, Instant receivedAt, byte[] body) {
    long id = ++receiptIds;
    receipts.add(new ReceiptRow(id, connection, receivedAt, body));
    return id;
  }

  @Override
  public Optional<ReceiptRow> receipt(long id) {
    return receipts.stream().filter(row -> row.id() == id).findFirst();
  }

  @Override
  public ItemRow addItem(ItemRow item) {
    refuseIf(item(item.key()).isPresent());
    ItemRow row =
        new ItemRow(
            items.size() + 1,
            item.key(),
            item.sequence(),
            item.lane(),
            item.revision(),
            item.firstRevision(),
            item.state());
    items.add(row);
    return row;
  }

  @Override
  public void saveItem(ItemRow row) {
    items.replaceAll(old -> old.id() == row.id() ? saved(old, row) : old);
  }

  private static ItemRow saved(ItemRow old, ItemRow row) {
    return new ItemRow(
        old.id(),
        old.key(),
        old.sequence(),
        row.lane(),
        row.revision(),
        row.firstRevision(),
        row.state());
  }

  @Override
  public Optional<ItemRow> item(ItemKey key) {
    return items.stream().filter(row -> row.key().equals(key)).findFirst();
  }

  @Override
  public ItemRow item(long id) {
    refuseIf(id > items.size());
    return items.get((int) id - 1);
  }

  @Override
  public void addEvent(EventRow event) {
    refuseIf(events.containsKey(event.sequence()) || seen(event.item(), event.change()));
    events.put(event.sequence(), event);
  }

  @Override
  public void understood(long sequence) {
    events.computeIfPresent(sequence, (key, old) -> with(old, old.rule(), true));
  }

  @Override
  public long revive(long item, String rule) {
    List<EventRow> found =
        events(item).stream().filter(event -> event.rule().equals(Optional.of(rule))).toList();
    found.forEach(
        event -> events.put(event.sequence(), with(event, Optional.empty(), event.understood())));
    return found.size();
  }

  private static EventRow with(EventRow old, Optional<String> rule, boolean understood) {
    return new EventRow(
        old.sequence(), old.item(), old.change(), old.receipt(), old.path(), rule, understood);
  }

  @Override
  public long lastSequence() {
    return events.keySet().stream().reduce(0L, Math::max);
  }

  @Override
  public List<EventRow> events(long item) {
    return events.values().stream().filter(event -> event.item() == item).toList();
  }

  @Override
  public List<EventRow> notUnderstood(long after, int limit) {
    return events.values().stream()
        .filter(event -> !event.understood() && event.sequence() > after)
        .limit(limit)
        .toList();
  }

  @Override
  public boolean seen(long item, String change) {
    return events(item).stream().anyMatch(event -> event.change().equals(change));
  }

  @Override
  public long countEvents(long item, long after, long upTo) {
    return counting(item, after).filter(event -> event.sequence() <= upTo).count();
  }

  @Override
  public Optional<Long> firstEvent(long item, long after) {
    return counting(item, after).map(EventRow::sequence).findFirst();
  }

  private Stream<EventRow> counting(long item, long after) {
    return events(item).stream()
        .filter(event -> event.rule().isEmpty() && event.sequence() > after);
  }

  @Override
  public long addLane() {
    return ++lanes;
  }

  @Override
  public void alias(String scope, String conversation, long lane) {
    conversations.put(List.of(scope, conversation), lane);
  }

  @Override
  public Optional<Long> lane(String scope, String conversation) {
    return Optional.ofNullable(conversations.get(List.of(scope, conversation)));
  }

  @Override
  public void mergeLane(long from, long to) {
    conversations.replaceAll((id, lane) -> lane == from ? to : lane);
    items.replaceAll(
        row ->
            row.lane() != from
                ? row
                : new ItemRow(
                    row.id(),
                    row.key(),
                    row.sequence(),
                    to,
                    row.revision(),
                    row.firstRevision(),
                    row.state()));
    deliveries.replaceAll(row -> row.lane() == from ? row.inLane(to) : row);
    for (int destination : destinations.values().stream().map(DestinationRow::id).toList()) {
      Optional<DueLane> before = Optional.ofNullable(lanesDue(destination).remove(from));
      refreshLane(destination, to);
      before.ifPresent(lane -> hurryLane(destination, to, lane.rank()));
    }
  }

  @Override
  public void saveDelivery(DeliveryRow row) {
    deliveries.removeIf(old -> old.destination() == row.destination() && old.item() == row.item());
    deliveries.add(withId(row, row.item() * 1_024 + row.destination()));
    deliveries.sort(Comparator.comparing(DeliveryRow::id));
  }

  private static DeliveryRow withId(DeliveryRow row, long id) {
    return new DeliveryRow(
        id,
        row.destination(),
        row.item(),
        row.lane(),
        row.position(),
        row.state(),
        row.due(),
        row.attempts(),
        row.written(),
        row.announced(),
        row.announcedAt(),
        row.uncertainSince(),
        row.lastTried(),
        row.refs(),
        row.reason(),
        row.rank(),
        row.share());
  }

  @Override
  public Optional<DeliveryRow> delivery(int destination, long item) {
    return deliveries(destination, row -> row.item() == item).findFirst();
  }

  @Override
  public List<DeliveryRow> heads(int destination, long lane, int limit) {
    return deliveries(
            destination, row -> row.lane() == lane && row.state() == Delivery.State.WAITING)
        .sorted(Comparator.comparing(DeliveryRow::position))
        .limit(limit)
        .toList();
  }

  @Override
  public List<DeliveryRow> announced(int destination, int limit) {
    return deliveries(destination, row -> row.announced() > 0 && row.uncertainSince().isEmpty())
        .limit(limit)
        .toList();
  }

  @Override
  public List<DeliveryRow> parked(int destination, long after, int limit) {
    return deliveries(destination, row -> row.state() == Delivery.State.PARKED && row.id() > after)
        .limit(limit)
        .toList();
  }

  private Stream<DeliveryRow> deliveries(int destination, Predicate<DeliveryRow> which) {
    return deliveries.stream().filter(row -> row.destination() == destination).filter(which);
  }

  @Override
  public void addLast(DeliveryRow delivery) {
    saveDelivery(delivery);
    DueLane alone = new DueLane(delivery.lane(), delivery.rank(), delivery.share(), delivery.due());
    lanesDue(delivery.destination()).putIfAbsent(delivery.lane(), alone);
    hurryLane(delivery.destination(), delivery.lane(), delivery.rank());
  }

  @Override
  public void refreshLane(int destination, long lane, Instant served) {
    Optional<DueLane> before = Optional.ofNullable(lanesDue(destination).remove(lane));
    List<DeliveryRow> waiting = heads(destination, lane, Integer.MAX_VALUE);
    waiting.stream()
        .limit(LOOK_AHEAD)
        .map(DeliveryRow::rank)
        .min(Comparator.naturalOrder())
        .ifPresent(
            rank ->
                lanesDue(destination)
                    .put(
                        lane,
                        new DueLane(
                            lane,
                            rank,
                            waiting.get(0).share(),
                            Collections.max(List.of(waiting.get(0).due(), served)))));
    if (waiting.size() > LOOK_AHEAD) {
      before.ifPresent(lately -> hurryLane(destination, lane, lately.rank()));
    }
  }

  @Override
  public void keepTurn(int destination, long lane, Instant now) {
    Instant earliest =
        Optional.ofNullable(lanesDue(destination).get(lane))
            .map(before -> Collections.min(List.of(before.due(), now)))
            .orElse(Instant.EPOCH);
    refreshLane(destination, lane, earliest);
  }

  @Override
  public void hurryLane(int destination, long lane, Rank least) {
    lanesDue(destination)
        .computeIfPresent(
            lane,
            (id, now) ->
                least.isBefore(now.rank()) ? new DueLane(id, least, now.share(), now.due()) : now);
  }

  @Override
  public int share(String name) {
    if (!shares.contains(name)) {
      shares.add(name);
    }
    return shares.indexOf(name) + 1;
  }

  private Map<Long, DueLane> lanesDue(int destination) {
    return due.computeIfAbsent(destination, id -> new TreeMap<>());
  }

  private Stream<DueLane> due(int destination, Instant now, Rank rank) {
    return due.getOrDefault(destination, Map.of()).values().stream()
        .filter(lane -> lane.rank() == rank && !lane.due().isAfter(now));
  }

  @Override
  public List<Integer> dueShares(int destination, Instant now, Rank rank, int behind, int limit) {
    return due(destination, now, rank)
        .map(DueLane::share)
        .filter(share -> share > behind)
        .distinct()
        .sorted()
        .limit(limit)
        .toList();
  }

  @Override
  public List<DueLane> dueLanes(int destination, Instant now, Rank rank, int share, int limit) {
    return due(destination, now, rank)
        .filter(lane -> lane.share() == share)
        .sorted(Comparator.comparing(DueLane::due).thenComparing(DueLane::lane))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Instant> nextDue(int destination, Instant after) {
    return due.getOrDefault(destination, Map.of()).values().stream()
        .map(DueLane::due)
        .filter(time -> time.isAfter(after))
        .min(Comparator.naturalOrder());
  }

  @Override
  public void count(int destination, String counter, long delta) {
    counters.computeIfAbsent(destination, id -> new TreeMap<>()).merge(counter, delta, Long::sum);
  }

  @Override
  public Map<String, Long> counters(int destination) {
    return counters.getOrDefault(destination, Map.of());
  }

  @Override
  public RecountPage recount(DestinationRow destination, long afterItem, int limit) {
    List<ItemRow> page = items.stream().filter(item -> item.id() > afterItem).limit(limit).toList();
    Map<String, Long> counts = new TreeMap<>();
    for (ItemRow item : page) {
      Optional<DeliveryRow> delivery = delivery(destination.id(), item.id());
      events(item.id()).stream()
          .filter(event -> event.sequence() > destination.since())
          .filter(event -> delivery.isPresent() || !destination.isSelective())
          .flatMap(event -> Stream.concat(Stream.of("received"), classes(event, delivery)))
          .forEach(name -> counts.merge(name, 1L, Long::sum));
    }
    long last = page.isEmpty() ? afterItem : page.get(page.size() - 1).id();
    return new RecountPage(last, counts, last >= items.size());
  }

  private static Stream<String> classes(EventRow event, Optional<DeliveryRow> delivery) {
    if (event.rule().isPresent()) {
      return Stream.of("ignored", "ignored:" + event.rule().get());
    }
    if (delivery.isEmpty()) {
      return Stream.of("waiting");
    }
    if (event.sequence() <= delivery.get().written()) {
      return Stream.of("written");
    }
    return switch (delivery.get().state()) {
      case PARKED -> Stream.of("parked");
      case IGNORED -> Stream.of("ignored", "ignored:" + delivery.get().reason().orElseThrow());
      case WAITING, WRITTEN -> Stream.of("waiting");
    };
  }

  @Override
  public void putState(String owner, String key, String value) {
    states.put(List.of(owner, key), value);
  }

  @Override
  public Optional<String> state(String owner, String key) {
    return Optional.ofNullable(states.get(List.of(owner, key)));
  }

  @Override
  public void nameLane(long lane, String conversation) {
    laneNames.put(lane, conversation);
  }

  @Override
  public Optional<String> laneName(long lane) {
    return Optional.ofNullable(laneNames.get(lane));
  }

  @Override
  public void hold(String connection, String source, long receipt) {
    boolean added =
        held.computeIfAbsent(List.of(connection, source), of -> new TreeSet<>()).add(receipt);
    refuseIf(!added);
  }

  @Override
  public List<Long> held(String connection, String source, long after, int limit) {
    return held.getOrDefault(List.of(connection, source), Set.of()).stream()
        .filter(id -> id > after)
        .limit(limit)
        .toList();
  }

  @Override
  public void release(String connection, String source) {
    held.remove(List.of(connection, source));
  }

  @Override
  public void dropReceipt(long id) {
    receipts.removeIf(row -> row.id() == id);
  }

  @Override
  public Expiry expiry() {
    throw new UnsupportedOperationException("what lets rows go has tests of its own");
  }

  private static void refuseIf(boolean reason) {
    if (reason) {
      throw new IllegalStateException("there already, or never was");
    }
  }
}
