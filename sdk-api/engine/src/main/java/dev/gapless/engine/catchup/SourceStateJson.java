// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.catchup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** The form in which the journal keeps a {@link SourceState}. */
final class SourceStateJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SourceStateJson() {}

  static String write(SourceState state) {
    ObjectNode out = object().put("horizon", state.horizon().toString());
    state.running().ifPresent(sweep -> out.set("running", sweep(sweep)));
    state.last().ifPresent(sweep -> out.set("last", sweep(sweep)));
    return out.toString();
  }

  static SourceState read(String text) {
    try {
      JsonNode in = MAPPER.readTree(text);
      return new SourceState(
          Instant.parse(in.path("horizon").asText()),
          Optional.ofNullable(in.get("running")).map(SourceStateJson::sweep),
          Optional.ofNullable(in.get("last")).map(SourceStateJson::sweep));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the journal's memory of a catch-up is not JSON", e);
    }
  }

  private static ObjectNode sweep(Sweep sweep) {
    ObjectNode out =
        object()
            .put("since", sweep.since().toString())
            .put("startedAt", sweep.startedAt().toString())
            .put("fromStartAgain", sweep.fromStartAgain())
            .put("read", sweep.read())
            .put("pages", sweep.pages())
            .put("released", sweep.released())
            .put("recovered", sweep.recovered())
            .put("known", sweep.known());
    sweep.cursor().ifPresent(cursor -> out.put("cursor", cursor));
    sweep.problem().ifPresent(problem -> out.put("problem", problem));
    return out;
  }

  private static Sweep sweep(JsonNode in) {
    return new Sweep(
        Instant.parse(in.path("since").asText()),
        Instant.parse(in.path("startedAt").asText()),
        text(in, "cursor"),
        in.path("fromStartAgain").asBoolean(),
        in.path("read").asBoolean(),
        in.path("pages").asInt(),
        in.path("released").asInt(),
        in.path("recovered").asInt(),
        in.path("known").asInt(),
        text(in, "problem"));
  }

  private static Optional<String> text(JsonNode in, String name) {
    return Optional.ofNullable(in.get(name)).map(JsonNode::asText);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
