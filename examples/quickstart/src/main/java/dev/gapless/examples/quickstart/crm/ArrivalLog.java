// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every create and every update that was committed, in the order of commits. Thread-safe. */
final class ArrivalLog {
  private final List<Arrival> arrivals = new ArrayList<>();

  synchronized long next() {
    return arrivals.size() + 1L;
  }

  synchronized void add(Instant at, Arrival.Op op, Row row) {
    arrivals.add(new Arrival(next(), at, op, row));
  }

  /** Up to {@code limit} arrivals after number {@code from}. */
  synchronized List<Arrival> page(long from, int limit) {
    long end = Math.min(from + limit, arrivals.size());
    return from >= end ? List.of() : List.copyOf(arrivals.subList((int) from, (int) end));
  }

  synchronized List<Arrival> all() {
    return List.copyOf(arrivals);
  }
}
