// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.ItemKey;
import dev.gapless.api.crm.LookupAnswer;
import dev.gapless.crm.rest.preset.LookUp;
import dev.gapless.crm.rest.template.Value;
import dev.gapless.crm.rest.template.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the CRM for entries by our key, in calls whose address is not too long. */
final class EntryFinder {
  private static final String WHAT = "the look-up of entries";

  private final Reads reads;
  private final CrmCalls calls;
  private final LookUp lookUp;

  EntryFinder(Reads reads, CrmCalls calls, LookUp lookUp) {
    this.reads = reads;
    this.calls = calls;
    this.lookUp = lookUp;
  }

  LookupAnswer find(List<ItemKey> keys) {
    Map<String, ItemKey> asked = new LinkedHashMap<>();
    keys.forEach(key -> asked.put(key.sha256Hex(), key));
    Map<ItemKey, CrmRefs> found = new LinkedHashMap<>();
    List<String> names = List.copyOf(asked.keySet());
    int size = keysPerCall(names);
    for (int from = 0; from < names.size(); from += size) {
      List<String> some = names.subList(from, Math.min(from + size, names.size()));
      Reads.Answer answer =
          reads.call(
              lookUp.request(),
              values(some),
              lookUp.noneWhen(),
              body -> body.at(lookUp.entries()).isArray(),
              WHAT);
      if (answer instanceof Reads.Refused refused) {
        return new LookupAnswer.Refused(refused.refusal());
      }
      if (answer instanceof Reads.Found there) {
        for (JsonNode entry : there.body().at(lookUp.entries())) {
          add(found, asked, entry);
        }
      }
    }
    return new LookupAnswer.Found(found);
  }

  /** Only entries that carry a key we asked for are ours, whatever else the CRM returns. */
  private void add(Map<ItemKey, CrmRefs> found, Map<String, ItemKey> asked, JsonNode entry) {
    Optional<ItemKey> key = key(asked, entry.at(lookUp.key()).asText(""));
    String id = entry.at(lookUp.id()).asText("");
    if (key.isPresent() && !id.isBlank()) {
      found.putIfAbsent(key.get(), CrmRefs.entry(id));
    }
  }

  private Optional<ItemKey> key(Map<String, ItemKey> asked, String text) {
    return lookUp.keyWithin()
        ? asked.keySet().stream().filter(text::contains).findFirst().map(asked::get)
        : Optional.ofNullable(asked.get(text));
  }

  /** All keys are equally long, so one of them tells how many fit. */
  private int keysPerCall(List<String> names) {
    if (names.size() < 2) {
      return 1;
    }
    int one = length(names.subList(0, 1));
    int each = length(names.subList(0, 2)) - one;
    int fitting = each == 0 ? names.size() : 1 + (lookUp.maxAddress() - one) / each;
    return Math.max(1, Math.min(lookUp.max(), fitting));
  }

  private int length(List<String> names) {
    return calls.address(lookUp.request(), values(names)).length();
  }

  private static Values values(List<String> names) {
    return Values.of("keys", new Value.Texts(new ArrayList<>(names)));
  }
}
