// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether an answer, or the result of one entry, is of a certain sort.
 *
 * @param statuses the statuses it may have; empty for any
 * @param texts what must stand where in its body; all of them must fit
 */
public record Condition(Set<Integer> statuses, Map<JsonPointer, Expectation> texts) {
  private static final Set<String> NO = Set.of("", "false", "0");
  private static final int LONGEST_READ = 65_536;

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

  /** Something that says yes: neither nothing, null, false, zero nor empty; or just these. */
  public record Truthy(boolean wanted) implements Expectation {
    @Override
    public boolean fits(JsonNode found) {
      boolean no =
          found.isMissingNode()
              || found.isNull()
              || (found.isContainerNode() ? found.isEmpty() : NO.contains(found.asText()));
      return wanted != no;
    }
  }

  /** A text, or JSON read as text, in which a regular expression finds something. */
  public record Matching(Pattern pattern) implements Expectation {
    @Override
    public boolean fits(JsonNode found) {
      String text = found.isContainerNode() ? found.toString() : found.asText("");
      return pattern.matcher(text.substring(0, Math.min(text.length(), LONGEST_READ))).find();
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
