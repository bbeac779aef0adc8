// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gapless.api.config.NearestName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One object of a preset file, read member by member. What is missing or wrong is noted with its
 * place, and reading goes on with a stand-in, so that all problems come at once; a preset with
 * problems is never used.
 */
final class PresetNode {
  private final List<PresetSource> sources;
  private final String path;
  private final JsonNode node;
  private final List<String> problems;
  private final int problemsBefore;
  private final List<String> asked = new ArrayList<>();

  PresetNode(List<PresetSource> sources, String path, JsonNode node, List<String> problems) {
    this.sources = sources;
    this.path = path;
    this.node = node;
    this.problems = problems;
    this.problemsBefore = problems.size();
    if (!node.isObject()) {
      problem("", "must be an object in braces");
    }
  }

  /** An object without members. */
  static PresetNode none() {
    return new PresetNode(List.of(), "", JsonNodeFactory.instance.objectNode(), new ArrayList<>());
  }

  /** Notes a problem with a member, or with this object if the key is empty. */
  void problem(String key, String text) {
    problems.add(PresetSource.fileOf(sources, at(key)) + ": " + at(key) + ": " + text);
  }

  /** Whether all is well so far, so that it makes sense to ask whether the parts fit together. */
  boolean isSound() {
    return problems.size() == problemsBefore;
  }

  String text(String key) {
    return optionalText(key).orElseGet(() -> missing(key, "a text", ""));
  }

  Optional<String> optionalText(String key) {
    return member(key)
        .flatMap(
            value ->
                value.isTextual() && !value.textValue().isBlank()
                    ? Optional.of(value.textValue())
                    : wrong(key, "must be a text in quotes"));
  }

  boolean flag(String key) {
    return member(key)
        .flatMap(
            value ->
                value.isBoolean()
                    ? Optional.of(value.booleanValue())
                    : wrong(key, "must be true or false"))
        .orElse(false);
  }

  int integer(String key, int least, int most, int otherwise) {
    return member(key)
        .flatMap(
            value ->
                value.canConvertToInt() && value.intValue() >= least && value.intValue() <= most
                    ? Optional.of(value.intValue())
                    : wrong(key, "must be a whole number from " + least + " to " + most))
        .orElse(otherwise);
  }

  Optional<Duration> duration(String key) {
    return optionalText(key).flatMap(text -> duration(key, text));
  }

  private Optional<Duration> duration(String key, String text) {
    return ShortDuration.parse(text)
        .or(() -> wrong(key, "must be a duration such as 500ms, 30s, 5m or 2h"));
  }

  String choice(String key, List<String> known) {
    return chosen(key, known).orElseGet(() -> missing(key, "one of " + known, known.get(0)));
  }

  Optional<String> chosen(String key, List<String> known) {
    return optionalText(key).map(word -> known(key, word, known));
  }

  List<String> texts(String key, List<String> known) {
    List<String> found = new ArrayList<>();
    for (JsonNode each : array(key)) {
      found.add(known(key, each.asText(), known));
    }
    return found;
  }

  List<String> texts(String key) {
    List<String> found = new ArrayList<>();
    array(key).forEach(each -> found.add(each.asText()));
    return found;
  }

  JsonPointer pointer(String key) {
    return optionalPointer(key)
        .orElseGet(() -> missing(key, "a JSON pointer such as \"/id\"", JsonPointer.empty()));
  }

  Optional<JsonPointer> optionalPointer(String key) {
    return member(key).flatMap(value -> pointer(key, value.asText()));
  }

  Optional<JsonPointer> pointer(String key, String text) {
    try {
      return Optional.of(JsonPointer.compile(text));
    } catch (IllegalArgumentException e) {
      return wrong(
          key, "'" + text + "' is no JSON pointer. Write \"/" + text + "\", or \"\" for the whole");
    }
  }

  Optional<JsonNode> tree(String key) {
    return member(key);
  }

  PresetNode object(String key) {
    return optionalObject(key)
        .orElseGet(
            () ->
                missing(
                    key, "an object in braces", child(key, JsonNodeFactory.instance.objectNode())));
  }

  Optional<PresetNode> optionalObject(String key) {
    return member(key).map(value -> child(key, value));
  }

  List<PresetNode> objects(String key) {
    List<PresetNode> found = new ArrayList<>();
    for (JsonNode each : array(key)) {
      found.add(child(key + "[" + found.size() + "]", each));
    }
    return found;
  }

  /** The names of all members, for an object whose names are free. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Notes every member that nobody has asked for. */
  void noOthers() {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                problem(name, "unknown key. " + NearestName.hint(name, asked));
              }
            });
  }

  private PresetNode child(String key, JsonNode value) {
    return new PresetNode(sources, at(key), value, problems);
  }

  private Iterable<JsonNode> array(String key) {
    return member(key)
        .flatMap(
            value ->
                value.isArray()
                    ? Optional.<Iterable<JsonNode>>of(value)
                    : wrong(key, "must be a list in square brackets"))
        .orElse(List.of());
  }

  private Optional<JsonNode> member(String key) {
    if (!asked.contains(key)) {
      asked.add(key);
    }
    return Optional.ofNullable(node.get(key));
  }

  private String known(String key, String word, List<String> known) {
    if (!known.contains(word)) {
      problem(key, "unknown word '" + word + "'. " + NearestName.hint(word, known));
      return known.get(0);
    }
    return word;
  }

  private <T> Optional<T> wrong(String key, String text) {
    problem(key, text);
    return Optional.empty();
  }

  private <T> T missing(String key, String wanted, T standIn) {
    if (node.get(key) == null) {
      problem(key, "missing. Add " + wanted);
    }
    return standIn;
  }

  private String at(String key) {
    return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
  }
}
