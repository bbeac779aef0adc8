// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A field of a timeline entry, as an administrator of the CRM has set it up. */
public enum Field {
  /** The writer's own key; required, without commas. Unique unless the fault says otherwise. */
  KEY("key", Type.KEY, 255),
  /** The person the entry belongs to; empty means the inbox. */
  PERSON_ID("personId", Type.TEXT, 100),
  CHANNEL("channel", Type.TEXT, 100),
  KIND("kind", Type.TEXT, 100),
  ACTION("action", Type.TEXT, 100),
  DIRECTION("direction", Type.TEXT, 100),
  VISIBILITY("visibility", Type.TEXT, 100),
  CONVERSATION("conversation", Type.TEXT, 1_000),
  PARENT("parent", Type.TEXT, 1_000),
  TARGET("target", Type.TEXT, 1_000),
  AUTHOR("author", Type.TEXT, 1_000),
  TEXT("text", Type.TEXT, 32_000),
  /** An ISO-8601 instant. */
  OCCURRED_AT("occurredAt", Type.INSTANT, 100),
  /** A whole number of 64 bits. */
  SEQUENCE("sequence", Type.NUMBER, 0),
  /** A whole number of 64 bits. */
  REVISION("revision", Type.NUMBER, 0);

  private enum Type {
    KEY,
    TEXT,
    INSTANT,
    NUMBER
  }

  private static final Map<String, Field> BY_JSON =
      stream().collect(Collectors.toUnmodifiableMap(Field::json, Function.identity()));

  private final String json;
  private final Type type;
  private final int longest;

  Field(String json, Type type, int longest) {
    this.json = json;
    this.type = type;
    this.longest = longest;
  }

  /** The name of the field in JSON. */
  public String json() {
    return json;
  }

  /** The field of that JSON name. */
  public static Optional<Field> of(String json) {
    return Optional.ofNullable(BY_JSON.get(json));
  }

  static Stream<Field> stream() {
    return Arrays.stream(values());
  }

  /** What is wrong with the value, in words that never repeat it; empty when it can be stored. */
  Optional<String> complaint(JsonNode value) {
    if (value.isNull()) {
      return Optional.empty();
    }
    return type == Type.NUMBER ? numberComplaint(value) : textComplaint(value);
  }

  private static Optional<String> numberComplaint(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToLong()
        ? Optional.empty()
        : Optional.of("must be a whole number of 64 bits");
  }

  private Optional<String> textComplaint(JsonNode value) {
    if (!value.isTextual()) {
      return Optional.of("must be text");
    }
    String text = value.textValue();
    if (text.length() > longest) {
      return Optional.of("must not be longer than " + longest + " characters");
    }
    return switch (type) {
      case KEY -> keyComplaint(text);
      case INSTANT -> instantComplaint(text);
      case TEXT, NUMBER -> Optional.empty();
    };
  }

  private static Optional<String> keyComplaint(String text) {
    return text.isEmpty() || text.contains(",")
        ? Optional.of("must not be empty or hold a comma")
        : Optional.empty();
  }

  private static Optional<String> instantComplaint(String text) {
    try {
      Instant.parse(text);
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of("must be an ISO-8601 instant");
    }
  }
}
