// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object with its fields.
 *
 * @param prefix what the ids of its records begin with
 */
record OrgObject(String name, String prefix, Map<String, OrgField> fields) {
  /** All objects there are, read from {@code objects.txt}. */
  static Map<String, OrgObject> all() {
    try (InputStream in = OrgObject.class.getResourceAsStream("objects.txt")) {
      if (in == null) {
        throw new IllegalStateException("objects.txt is missing from the jar");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("objects.txt cannot be read from the jar", e);
    }
  }

  /** An object's line stands before those of its fields. */
  private static Map<String, OrgObject> parse(String text) {
    Map<String, OrgObject> objects = new LinkedHashMap<>();
    Map<String, OrgField> fields = new LinkedHashMap<>();
    for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
      String[] words = line.strip().split(" +", -1);
      if (words.length == 2) {
        fields = new LinkedHashMap<>();
        objects.put(words[0], new OrgObject(words[0], words[1], fields));
      } else if (!line.startsWith("#")) {
        String rights = words.length > 4 ? words[4] : "";
        fields.put(words[1], OrgField.of(words[1], words[2], Integer.parseInt(words[3]), rights));
      }
    }
    return objects;
  }

  ObjectNode describe() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", name).put("keyPrefix", prefix).put("createable", true).put("updateable", true);
    ArrayNode array = json.putArray("fields");
    fields.values().forEach(field -> array.add(field.describe()));
    return json;
  }
}
