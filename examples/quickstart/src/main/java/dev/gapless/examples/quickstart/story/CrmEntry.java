// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * An entry of the timeline as the CRM shows it.
 *
 * @param key the digest of the item's key that the CRM was given
 * @param person whose timeline; empty for the inbox
 */
record CrmEntry(
    String id,
    String key,
    Optional<String> person,
    String kind,
    String action,
    String direction,
    String visibility,
    String text,
    Instant occurredAt,
    long sequence) {

  /** How a timeline is sorted: late, fetched and replayed entries find their place. */
  static final Comparator<CrmEntry> TIMELINE =
      Comparator.comparing(CrmEntry::occurredAt).thenComparing(CrmEntry::sequence);

  static CrmEntry of(JsonNode json) {
    return new CrmEntry(
        json.path("id").asText(),
        json.path("key").asText(),
        Optional.ofNullable(json.path("personId").textValue()),
        json.path("kind").asText(),
        json.path("action").asText(),
        json.path("direction").asText(),
        json.path("visibility").asText(),
        json.path("text").asText(),
        Instant.parse(json.path("occurredAt").asText()),
        json.path("sequence").asLong());
  }
}
