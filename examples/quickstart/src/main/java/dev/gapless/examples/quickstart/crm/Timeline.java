// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The entries of the timeline. One call is committed under one lock, so the arrival log has the
 * order in which calls took effect; each entry of a call succeeds or fails by itself. Thread-safe.
 */
final class Timeline {
  private final People people;
  private final Dice dice;
  private final InstantSource clock;
  private final Supplier<Faults> faults;
  private final ArrivalLog arrivals = new ArrivalLog();
  private final TreeMap<Long, Row> rows = new TreeMap<>();
  private final Map<String, List<Long>> numbersByKey = new HashMap<>();
  private long lastNumber;

  Timeline(People people, Dice dice, InstantSource clock, Supplier<Faults> faults) {
    this.people = people;
    this.dice = dice;
    this.clock = clock;
    this.faults = faults;
  }

  ArrivalLog arrivals() {
    return arrivals;
  }

  /** Creates entries and says for each, in order, what became of it. */
  synchronized List<ObjectNode> create(List<ObjectNode> entries) {
    return entries.stream().map(this::createOne).toList();
  }

  private ObjectNode createOne(ObjectNode entry) {
    return EntryResult.forKey(
        entry.path(Field.KEY.json()),
        missingKey(entry)
            .or(() -> refusal(entry))
            .or(() -> duplicate(entry))
            .orElseGet(() -> EntryResult.written(201, insert(entry))));
  }

  private Row insert(ObjectNode entry) {
    Instant now = clock.instant();
    Row row = Row.created(++lastNumber, entry, arrivals.next(), now);
    rows.put(row.number(), row);
    row.text(Field.KEY).ifPresent(key -> index(key, row));
    arrivals.add(now, Arrival.Op.CREATE, row);
    return row;
  }

  private void index(String key, Row row) {
    numbersByKey.computeIfAbsent(key, unseen -> new ArrayList<>(1)).add(row.number());
  }

  /** Changes the fields that were sent and leaves the others; the key never changes. */
  synchronized List<ObjectNode> update(List<ObjectNode> changes) {
    return changes.stream().map(this::updateOne).toList();
  }

  private ObjectNode updateOne(ObjectNode change) {
    String id = change.path("id").asText();
    return EntryResult.forId(
        id,
        find(id)
            .map(row -> updateRow(row, change))
            .orElseGet(() -> EntryResult.refused(404, "ENTRY_GONE")));
  }

  private ObjectNode updateRow(Row row, ObjectNode change) {
    return otherKey(row, change)
        .or(() -> refusal(change))
        .orElseGet(() -> EntryResult.written(200, store(row.changed(change, arrivals.next()))));
  }

  private Row store(Row row) {
    rows.put(row.number(), row);
    arrivals.add(clock.instant(), Arrival.Op.UPDATE, row);
    return row;
  }

  /** Removes an entry as an agent would; its key is free again. Says whether it was there. */
  synchronized boolean delete(String id) {
    Optional<Row> row = find(id);
    row.ifPresent(gone -> rows.remove(gone.number()));
    row.flatMap(gone -> gone.text(Field.KEY))
        .ifPresent(key -> numbersByKey.computeIfPresent(key, (same, numbers) -> kept(numbers)));
    return row.isPresent();
  }

  private List<Long> kept(List<Long> numbers) {
    numbers.removeIf(number -> !rows.containsKey(number));
    return numbers;
  }

  /** Gives all entries of one person to another. */
  synchronized void move(String fromPerson, String toPerson) {
    rows.replaceAll(
        (number, row) ->
            row.text(Field.PERSON_ID).filter(fromPerson::equals).isPresent()
                ? row.movedTo(toPerson)
                : row);
  }

  /** The entries of these keys that were committed at least the look-up lag ago. */
  synchronized List<Row> lookUp(List<String> keys) {
    Instant visible = clock.instant().minus(faults.get().lookupLag());
    return keys.stream()
        .distinct()
        .flatMap(key -> numbersByKey.getOrDefault(key, List.of()).stream())
        .map(rows::get)
        .filter(row -> !row.committedAt().isAfter(visible))
        .toList();
  }

  /** The entries with the numbers from + 1 to from + limit, as far as they still exist; no lag. */
  synchronized List<Row> page(long from, int limit) {
    return List.copyOf(rows.subMap(from, false, from + limit, true).values());
  }

  synchronized List<Row> all() {
    return List.copyOf(rows.values());
  }

  synchronized long lastNumber() {
    return lastNumber;
  }

  synchronized boolean has(String id) {
    return find(id).isPresent();
  }

  private Optional<Row> find(String id) {
    return Json.number("T-", id).map(rows::get);
  }

  private Optional<ObjectNode> missingKey(ObjectNode entry) {
    boolean wanted = !faults.get().removedField().equals(Optional.of(Field.KEY));
    return wanted && !entry.hasNonNull(Field.KEY.json())
        ? Optional.of(EntryResult.invalid(Field.KEY, "must be present"))
        : Optional.empty();
  }

  private static Optional<ObjectNode> otherKey(Row row, ObjectNode change) {
    JsonNode key = change.path(Field.KEY.json());
    return key.isMissingNode() || row.text(Field.KEY).equals(Optional.ofNullable(key.textValue()))
        ? Optional.empty()
        : Optional.of(EntryResult.invalid(Field.KEY, "cannot be changed"));
  }

  private Optional<ObjectNode> refusal(ObjectNode sent) {
    return invalidField(sent).or(this::locked).or(() -> personGone(sent));
  }

  private static Optional<ObjectNode> invalidField(ObjectNode sent) {
    return Field.stream()
        .filter(field -> sent.has(field.json()))
        .flatMap(field -> invalid(field, sent.get(field.json())).stream())
        .findFirst();
  }

  private static Optional<ObjectNode> invalid(Field field, JsonNode value) {
    return field.complaint(value).map(message -> EntryResult.invalid(field, message));
  }

  private Optional<ObjectNode> locked() {
    return dice.hits(faults.get().lockRate())
        ? Optional.of(EntryResult.refused(423, "RECORD_LOCKED"))
        : Optional.empty();
  }

  private Optional<ObjectNode> personGone(ObjectNode sent) {
    return Optional.ofNullable(sent.path(Field.PERSON_ID.json()).textValue())
        .filter(id -> !people.exists(id))
        .map(id -> EntryResult.refused(404, "PERSON_GONE"));
  }

  private Optional<ObjectNode> duplicate(ObjectNode entry) {
    return Optional.ofNullable(entry.path(Field.KEY.json()).textValue())
        .filter(key -> faults.get().unique())
        .flatMap(key -> numbersByKey.getOrDefault(key, List.of()).stream().findFirst())
        .map(rows::get)
        .map(EntryResult::duplicate);
  }
}
