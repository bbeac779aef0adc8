// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;

/** One line of the CRM's arrival log: a write that took effect. */
record CrmArrival(boolean create, String key, String conversation, long sequence) {
  static CrmArrival of(JsonNode json) {
    return new CrmArrival(
        json.path("op").asText().equals("create"),
        json.path("key").asText(),
        json.path("conversation").asText(),
        json.path("sequence").asLong());
  }
}
