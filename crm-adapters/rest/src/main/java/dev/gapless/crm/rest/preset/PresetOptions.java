// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gapless.api.config.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a connection may decide about a preset: <code>${name}</code> in any text or name of it.
 * Values come from an admin and are put into the parsed tree, so they cannot break its JSON.
 */
final class PresetOptions {
  private static final Pattern USE = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}{}$\"\\\\]{1,200}");

  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> problems;
  private final TreeSet<String> unknown = new TreeSet<>();

  PresetOptions(PresetNode declared, Map<String, String> given, List<String> problems) {
    this.problems = problems;
    declared.names().forEach(name -> declare(declared, name, given));
    for (String name : given.keySet()) {
      if (!values.containsKey(name)) {
        declared.problem(
            "",
            "there is no option '"
                + name
                + "'. "
                + NearestName.hint(name, new ArrayList<>(values.keySet())));
      }
    }
  }

  private void declare(PresetNode declared, String name, Map<String, String> given) {
    PresetNode option = declared.object(name);
    String meaning = option.text("meaning");
    String usual = option.optionalText("default").orElse("");
    String value = given.getOrDefault(name, usual);
    option.noOthers();
    if (value.isEmpty()) {
      option.problem("", "has no value. Set options to " + name + "=…: " + meaning);
    } else if (!VALUE.matcher(value).matches()) {
      option.problem("", "must be a short text without quotes, braces, $ and backslashes");
    }
    values.put(name, VALUE.matcher(value).matches() ? value : "x");
  }

  /** The tree with every option's value in place. */
  JsonNode applied(String file, JsonNode tree) {
    JsonNode done = applied(tree);
    unknown.forEach(
        name ->
            problems.add(
                file
                    + ": ${"
                    + name
                    + "} is no option. Declare it under options. "
                    + NearestName.hint(name, new ArrayList<>(values.keySet()))));
    return done;
  }

  private JsonNode applied(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object.properties().forEach(e -> copy.set(applied(e.getKey()), applied(e.getValue())));
      return copy;
    } else if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(each -> copy.add(applied(each)));
      return copy;
    }
    return node.isTextual() ? TextNode.valueOf(applied(node.textValue())) : node;
  }

  private String applied(String text) {
    return USE.matcher(text).replaceAll(use -> Matcher.quoteReplacement(value(use.group(1))));
  }

  private String value(String name) {
    if (!values.containsKey(name)) {
      unknown.add(name);
    }
    return values.getOrDefault(name, "x");
  }
}
