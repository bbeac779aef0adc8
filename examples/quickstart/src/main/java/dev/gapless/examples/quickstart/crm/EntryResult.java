// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the answer to a batch says about one of its entries. */
final class EntryResult {
  private EntryResult() {}

  static ObjectNode written(int status, Row row) {
    ObjectNode result = status(status).put("id", row.id());
    return result.set(Field.KEY.json(), row.value(Field.KEY));
  }

  static ObjectNode refused(int status, String code) {
    return status(status).put("code", code);
  }

  static ObjectNode invalid(Field field, String message) {
    return refused(422, "FIELD_INVALID").put("field", field.json()).put("message", message);
  }

  static ObjectNode duplicate(Row existing) {
    ObjectNode result = refused(409, "DUPLICATE_KEY").put("id", existing.id());
    return result.set("existingKey", existing.value(Field.KEY));
  }

  /** Names the entry a result is about by the key that was sent. */
  static ObjectNode forKey(JsonNode key, ObjectNode result) {
    return key.isTextual() ? result.put("key", key.textValue()) : result;
  }

  /** Names the entry a result is about by the id that was sent. */
  static ObjectNode forId(String id, ObjectNode result) {
    return result.put("id", id);
  }

  private static ObjectNode status(int status) {
    return Json.object().put("status", status);
  }
}
