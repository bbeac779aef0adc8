// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One entry of the timeline as it was at one moment. Immutable. */
public final class Row {
  private final long number;
  private final long arrived;
  private final long updated;
  private final Instant committedAt;
  private final Map<Field, JsonNode> values;

  private Row(
      long number, long arrived, long updated, Instant committedAt, Map<Field, JsonNode> values) {
    this.number = number;
    this.arrived = arrived;
    this.updated = updated;
    this.committedAt = committedAt;
    this.values = values;
  }

  static Row created(long number, ObjectNode sent, long arrival, Instant at) {
    return new Row(number, arrival, arrival, at, merged(new EnumMap<>(Field.class), sent));
  }

  Row changed(ObjectNode sent, long arrival) {
    return new Row(number, arrived, arrival, committedAt, merged(new EnumMap<>(values), sent));
  }

  Row movedTo(String personId) {
    Map<Field, JsonNode> moved = new EnumMap<>(values);
    moved.put(Field.PERSON_ID, TextNode.valueOf(personId));
    return new Row(number, arrived, updated, committedAt, moved);
  }

  private static Map<Field, JsonNode> merged(Map<Field, JsonNode> values, ObjectNode sent) {
    Field.stream()
        .filter(field -> sent.has(field.json()))
        .forEach(field -> values.put(field, sent.get(field.json())));
    return values;
  }

  long number() {
    return number;
  }

  /** The CRM's id of the entry, {@code T-17}. */
  public String id() {
    return "T-" + number;
  }

  /** The number of the entry's creation in the arrival log. */
  public long arrived() {
    return arrived;
  }

  /** The number of the entry's last change in the arrival log; its creation's when unchanged. */
  public long updated() {
    return updated;
  }

  /** When the creation was committed. */
  public Instant committedAt() {
    return committedAt;
  }

  /** The value of a field that holds text; empty when nothing was written to it. */
  public Optional<String> text(Field field) {
    return Optional.ofNullable(value(field).textValue());
  }

  /** The value of a field that holds a number; empty when nothing was written to it. */
  public OptionalLong number(Field field) {
    JsonNode value = value(field);
    return value.isNumber() ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
  }

  JsonNode value(Field field) {
    return values.getOrDefault(field, NullNode.getInstance());
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object().put("id", id());
    Field.stream().forEach(field -> json.set(field.json(), value(field)));
    return json.put("arrived", arrived)
        .put("updated", updated)
        .put("committedAt", committedAt.toString());
  }
}
