// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** What a placeholder stands for. */
public sealed interface Value {
  /** A text, perhaps a stranger's. */
  record Text(String text) implements Value {}

  /** A whole number. */
  record Whole(long number) implements Value {}

  /** A moment; ISO-8601 in UTC unless a filter says otherwise. */
  record Moment(Instant instant) implements Value {}

  /** Several texts: an array in JSON, separated by commas in an address. */
  record Texts(List<String> texts) implements Value {}

  /** Rendered JSON, as the entries of a batch. */
  record Tree(JsonNode node) implements Value {}
}
