// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the CRM's own rows and arrival log say. */
record CrmSide(List<CrmEntry> entries, List<CrmArrival> arrivals) {

  static CrmSide of(CrmWitness crm) {
    return new CrmSide(crm.entries(), crm.arrivals());
  }

  /** Entries by kind and by what they show. */
  Map<Total, Long> totals() {
    Map<Total, Long> totals = new TreeMap<>();
    entries.forEach(one -> totals.merge(Total.entry(one.kind(), one.action()), 1L, Long::sum));
    return totals;
  }

  long creates() {
    return arrivals.stream().filter(CrmArrival::create).count();
  }

  long updates() {
    return arrivals.size() - creates();
  }

  /** Creates of a key that was there already. */
  long twice() {
    return creates()
        - arrivals.stream().filter(CrmArrival::create).map(CrmArrival::key).distinct().count();
  }

  /** Creates that took effect after one of the same conversation that was received later. */
  long outOfOrder() {
    long overtaken = 0;
    Map<String, Long> last = new HashMap<>();
    for (CrmArrival arrival : arrivals) {
      if (arrival.create()) {
        Long before = last.put(arrival.conversation(), arrival.sequence());
        overtaken += before != null && before > arrival.sequence() ? 1 : 0;
      }
    }
    return overtaken;
  }

  /** The CRM's ids of the entries, by the key it was given. */
  Map<String, String> entryIds() {
    Map<String, String> ids = new TreeMap<>();
    entries.forEach(one -> ids.put(one.key(), one.id()));
    return ids;
  }
}
