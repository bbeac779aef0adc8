// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One committed write.
 *
 * @param number counts from 1 without gaps, in the order of commits
 * @param at when it was committed
 * @param op create or update
 * @param row the entry as this write left it
 */
public record Arrival(long number, Instant at, Op op, Row row) {

  /** What a write did. */
  public enum Op {
    CREATE("create"),
    UPDATE("update");

    private final String json;

    Op(String json) {
      this.json = json;
    }
  }

  /** The CRM's id of the entry. */
  public String id() {
    return row.id();
  }

  /** The writer's key of the entry. */
  public Optional<String> key() {
    return row.text(Field.KEY);
  }

  /** The conversation of the entry. */
  public Optional<String> conversation() {
    return row.text(Field.CONVERSATION);
  }

  /** The receipt sequence of the entry. */
  public OptionalLong sequence() {
    return row.number(Field.SEQUENCE);
  }

  /** The revision this write left. */
  public OptionalLong revision() {
    return row.number(Field.REVISION);
  }

  ObjectNode toJson() {
    ObjectNode json = row.toJson();
    json.retain("id", "key", "conversation", "sequence", "revision", "occurredAt");
    return json.put("arrival", number).put("at", at.toString()).put("op", op.json);
  }
}
