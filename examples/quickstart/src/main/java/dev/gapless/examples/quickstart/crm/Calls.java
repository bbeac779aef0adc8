// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each route was called, whatever came of it. Thread-safe. */
public final class Calls {
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  public void count(String route) {
    counts.computeIfAbsent(route, unseen -> new LongAdder()).increment();
  }

  public Map<String, Long> snapshot() {
    Map<String, Long> snapshot = new TreeMap<>();
    counts.forEach((route, count) -> snapshot.put(route, count.sum()));
    return snapshot;
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object();
    snapshot().forEach(json::put);
    return json;
  }
}
