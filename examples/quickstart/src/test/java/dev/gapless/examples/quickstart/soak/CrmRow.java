// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An entry as the CRM shows it, or, with no action and text, its creation in the arrival log.
 *
 * @param key the digest of the item's key
 */
record CrmRow(String key, String conversation, String action, String text, long sequence) {
  static CrmRow of(JsonNode json) {
    return new CrmRow(
        json.path("key").asText(),
        json.path("conversation").asText(),
        json.path("action").asText(),
        json.path("text").asText(),
        json.path("sequence").asLong());
  }
}
