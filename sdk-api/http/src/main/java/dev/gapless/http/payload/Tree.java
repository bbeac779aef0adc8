// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON value into a tree, as {@code ObjectMapper} would, but stricter and with smaller
 * objects. It calls itself for each level, of which the parser allows {@value Body#MAX_DEPTH}.
 */
final class Tree {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private final JsonParser parser;

  private Tree(JsonParser parser) {
    this.parser = parser;
  }

  /** The tree in UTF-8, with or without a byte order mark; missing if there is nothing. */
  static JsonNode read(byte[] bytes) throws IOException {
    try (JsonParser parser = JSON.createParser(bytes)) {
      return new Tree(parser).root();
    }
  }

  /** The tree in a text; missing if there is nothing. */
  static JsonNode read(String text) throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      return new Tree(parser).root();
    }
  }

  private JsonNode root() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      return MissingNode.getInstance();
    }
    JsonNode root = value(first);
    if (parser.nextToken() != null) {
      throw mismatch("goes on after its end");
    }
    return root;
  }

  private JsonNode value(JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> TextNode.valueOf(parser.getText());
      case VALUE_NUMBER_INT -> whole();
      case VALUE_NUMBER_FLOAT -> fraction();
      case VALUE_TRUE -> BooleanNode.TRUE;
      case VALUE_FALSE -> BooleanNode.FALSE;
      case VALUE_NULL -> NullNode.getInstance();
      default -> throw mismatch("no value");
    };
  }

  private ObjectNode object() throws IOException {
    FewFields few = new FewFields();
    String name = parser.nextFieldName();
    while (name != null && few.size() < FewFields.MOST) {
      JsonToken token = newField(name, few);
      few.append(name, value(token));
      name = parser.nextFieldName();
    }
    return new ObjectNode(JsonNodeFactory.instance, name == null ? few : many(few, name));
  }

  /** The fields of an object that has more than a few. */
  private Map<String, JsonNode> many(FewFields few, String next) throws IOException {
    Map<String, JsonNode> fields = new LinkedHashMap<>(few);
    for (String name = next; name != null; name = parser.nextFieldName()) {
      JsonToken token = newField(name, fields);
      fields.put(name, value(token));
    }
    return fields;
  }

  /** The first token of the field's value. */
  private JsonToken newField(String name, Map<String, JsonNode> others) throws IOException {
    JsonToken token = parser.nextToken();
    if (others.containsKey(name)) {
      // The first of the two would be dropped without a trace.
      throw mismatch("has a field twice");
    }
    return token;
  }

  private ArrayNode array() throws IOException {
    List<JsonNode> elements = new ArrayList<>(2);
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      elements.add(value(token));
    }
    return new ArrayNode(JsonNodeFactory.instance, elements);
  }

  private JsonNode whole() throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> IntNode.valueOf(parser.getIntValue());
      case LONG -> LongNode.valueOf(parser.getLongValue());
      default -> BigIntegerNode.valueOf(parser.getBigIntegerValue());
    };
  }

  /** To the last digit; only NaN and the infinities, which have none, are doubles. */
  private JsonNode fraction() throws IOException {
    return parser.isNaN()
        ? DoubleNode.valueOf(parser.getDoubleValue())
        : DecimalNode.valueOf(parser.getDecimalValue());
  }

  private MismatchedInputException mismatch(String what) {
    return MismatchedInputException.from(parser, JsonNode.class, what);
  }
}
