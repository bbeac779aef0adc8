// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.ItemKey;
import dev.gapless.api.crm.LookupAnswer;
import dev.gapless.crm.salesforce.call.Purpose;
import dev.gapless.crm.salesforce.call.Query;
import dev.gapless.crm.salesforce.call.Soql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks for entries by our key in the records themselves, archived and deleted ones too. */
public final class KeyLookup {
  private static final int PER_QUESTION = 200;

  private final Query query;
  private final Profile profile;

  public KeyLookup(Query query, Profile profile) {
    this.query = query;
    this.profile = profile;
  }

  /** Asks for keys, {@value #PER_QUESTION} a question, {@value Query#MOST} questions a call. */
  public LookupAnswer find(List<ItemKey> keys) {
    Map<String, ItemKey> asked = new LinkedHashMap<>();
    keys.forEach(key -> asked.put(key.sha256Hex(), key));
    List<String> names = List.copyOf(asked.keySet());
    Map<ItemKey, CrmRefs> found = new LinkedHashMap<>();
    int perCall = PER_QUESTION * Query.MOST;
    for (int from = 0; from < names.size(); from += perCall) {
      List<String> some = names.subList(from, Math.min(from + perCall, names.size()));
      Query.Answer answer = query.ask(Purpose.LOOK, true, questions(some));
      if (answer instanceof Query.Answer.Refused refused) {
        return new LookupAnswer.Refused(refused.refusal());
      }
      ((Query.Answer.Records) answer)
          .ofEach()
          .forEach(records -> records.forEach(record -> add(found, asked, record)));
    }
    return new LookupAnswer.Found(found);
  }

  private List<String> questions(List<String> keys) {
    List<String> questions = new ArrayList<>();
    String key = profile.key().name();
    for (int from = 0; from < keys.size(); from += PER_QUESTION) {
      List<String> some = keys.subList(from, Math.min(from + PER_QUESTION, keys.size()));
      questions.add(
          "SELECT Id, "
              + key
              + " FROM "
              + profile.object()
              + " WHERE "
              + key
              + " IN "
              + Soql.list(some));
    }
    return questions;
  }

  /** Only records that carry a key we asked for are ours. */
  private void add(Map<ItemKey, CrmRefs> found, Map<String, ItemKey> asked, JsonNode record) {
    ItemKey key = asked.get(record.path(profile.key().name()).asText(""));
    String id = record.path("Id").asText("");
    if (key != null && !id.isBlank()) {
      found.putIfAbsent(key, CrmRefs.entry(id));
    }
  }
}
