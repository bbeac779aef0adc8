// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * Whether an answer, or the result of one entry, is of a certain sort.
 *
 * @param statuses the statuses it may have; empty for any
 * @param texts what must stand where in its body; all of them must fit
 */
public record Condition(Set<Integer> statuses, Map<JsonPointer, Expectation> texts) {
  public Condition {
    statuses = Set.copyOf(statuses);
    texts = Map.copyOf(texts);
  }

  public boolean fits(int status, JsonNode body) {
    return (statuses.isEmpty() || statuses.contains(status))
        && texts.entrySet().stream().allMatch(e -> e.getValue().fits(body.at(e.getKey())));
  }

  /** What is expected at one place. */
  public sealed interface Expectation {
    boolean fits(JsonNode found);
  }

  /** A scalar that reads exactly so. */
  public record Exactly(String text) implements Expectation {
    @Override
    public boolean fits(JsonNode found) {
      return found.isValueNode() && found.asText().equals(text);
    }
  }

  /** A text that contains this, case kept. */
  public record Containing(String part) implements Expectation {
    @Override
    public boolean fits(JsonNode found) {
      return found.isTextual() && found.textValue().contains(part);
    }
  }

  /** Anything but nothing and null, or just these. */
  public record Present(boolean wanted) implements Expectation {
    @Override
    public boolean fits(JsonNode found) {
      return wanted != (found.isMissingNode() || found.isNull());
    }
  }
}
