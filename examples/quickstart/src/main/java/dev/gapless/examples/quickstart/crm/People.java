// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The people the CRM knows and what they are known by. Thread-safe. */
final class People {

  /** A typed identifier; matched exactly on both parts. */
  record Identifier(String type, String value) {}

  /** A person as an answer shows it. */
  record Person(String id, String name, Instant updatedAt) {
    Person touchedAt(Instant now) {
      return new Person(id, name, now);
    }
  }

  private final InstantSource clock;
  private final Map<String, Person> living = new LinkedHashMap<>();
  private final Map<Identifier, List<String>> idsByIdentifier = new HashMap<>();
  private final Map<String, String> mergedInto = new HashMap<>();
  private long lastNumber;

  People(InstantSource clock) {
    this.clock = clock;
  }

  synchronized String create(String name, List<Identifier> identifiers) {
    String id = "P-" + ++lastNumber;
    living.put(id, new Person(id, name, clock.instant()));
    identifiers.stream()
        .distinct()
        .forEach(
            identifier ->
                idsByIdentifier.computeIfAbsent(identifier, unseen -> new ArrayList<>(1)).add(id));
    return id;
  }

  /** Everybody known by at least one of the identifiers; who was merged appears as the survivor. */
  synchronized List<Person> search(List<Identifier> anyOf) {
    return anyOf.stream()
        .flatMap(identifier -> idsByIdentifier.getOrDefault(identifier, List.of()).stream())
        .map(this::survivor)
        .distinct()
        .map(living::get)
        .filter(Objects::nonNull)
        .toList();
  }

  private String survivor(String id) {
    String current = id;
    for (Optional<String> next = next(current); next.isPresent(); next = next(current)) {
      current = next.get();
    }
    return current;
  }

  private Optional<String> next(String id) {
    return Optional.ofNullable(mergedInto.get(id));
  }

  /** Whether entries can be written under this id; those of merged and deleted people cannot. */
  synchronized boolean exists(String id) {
    return living.containsKey(id);
  }

  /** Merges one person into another; says whether both were there and differ. */
  synchronized boolean merge(String id, String into) {
    if (id.equals(into) || !exists(id) || !exists(into)) {
      return false;
    }
    living.remove(id);
    mergedInto.put(id, into);
    living.computeIfPresent(into, (same, person) -> person.touchedAt(clock.instant()));
    return true;
  }

  /** Removes a person; says whether it was there. */
  synchronized boolean delete(String id) {
    return living.remove(id) != null;
  }
}
