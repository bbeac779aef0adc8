// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.engine.journal.JournalException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes and reads {@link Makings} as the journal keeps them. */
final class MakingsJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private MakingsJson() {}

  static String write(List<Making> all) {
    ArrayNode out = JSON.createArrayNode();
    for (Making each : all) {
      ObjectNode one = out.addObject().put("since", each.since().toString());
      each.names().stream().sorted().forEach(one.putArray("names")::add);
      each.person().ifPresent(who -> one.put("id", who.id()).put("type", who.type()));
    }
    return out.toString();
  }

  static List<Making> read(String text) {
    List<Making> all = new ArrayList<>();
    for (JsonNode each : parse(text)) {
      Set<String> names = new HashSet<>();
      each.path("names").forEach(name -> names.add(name.asText()));
      Optional<CrmPerson> person =
          Optional.ofNullable(each.get("id"))
              .map(id -> new CrmPerson(id.asText(), each.path("type").asText(), Instant.EPOCH));
      all.add(new Making(names, Instant.parse(each.path("since").asText()), person));
    }
    return all;
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new JournalException(
          "the journal's list of people being made is not readable; restore the journal from a"
              + " backup");
    }
  }
}
