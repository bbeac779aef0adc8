// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.crm.rest.template.JsonTemplate;
import dev.gapless.crm.rest.template.Rendering;
import dev.gapless.crm.rest.template.Target;
import dev.gapless.crm.rest.template.TemplateException;
import dev.gapless.crm.rest.template.TextTemplate;
import dev.gapless.crm.rest.template.Value;
import dev.gapless.crm.rest.template.Vocabulary;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads requests and templates, and tries them with the worst a stranger can write. */
final class RequestReader {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final List<String> OURS = List.of("key", "uuid", "conversationKey");
  private static final String HOSTILE =
      "\"}],{\\ /?#[]@!$&'()*+,;=%00 \u0000\n\u202E{{x}}\uD83D\uDE00\uD800";

  private RequestReader() {}

  /** Reads {@code "POST /path"} from one member and the body, if any, from {@code body}. */
  static Request read(PresetNode node, String key, Vocabulary vocabulary) {
    String[] words = node.text(key).split(" ", 2);
    if (words.length != 2 || !METHODS.contains(words[0]) || !words[1].startsWith("/")) {
      node.problem(key, "must be a method and a path, as \"POST /api/entries\"");
      return new Request("GET", nothing(), Map.of(), Optional.empty(), Map.of());
    }
    Optional<TextTemplate> path = text(node, key, words[1], vocabulary);
    path.ifPresent(template -> mustBeAddress(node, key, template));
    Optional<JsonTemplate> body = json(node, "body", vocabulary);
    Map<String, TextTemplate> form = texts(node, "form", vocabulary);
    if (body.isPresent() && !form.isEmpty()) {
      node.problem("form", "stands beside body. Write one of them");
    }
    return new Request(
        words[0], path.orElseGet(RequestReader::nothing), headers(node, vocabulary), body, form);
  }

  /** Only values that cannot leave a header: those we make ourselves. */
  private static Map<String, TextTemplate> headers(PresetNode node, Vocabulary vocabulary) {
    Map<String, TextTemplate> headers = texts(node, "headers", vocabulary.only(OURS));
    headers.forEach(
        (name, value) -> {
          String text =
              value.render(
                  each -> Optional.of(new Value.Text("x")),
                  new Rendering(ZoneOffset.UTC, ""),
                  Target.JSON);
          if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")
              || !text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            node.problem("headers", "'" + name + "' or its text cannot stand in a header");
          }
        });
    return headers;
  }

  private static Map<String, TextTemplate> texts(
      PresetNode node, String key, Vocabulary vocabulary) {
    Map<String, TextTemplate> found = new LinkedHashMap<>();
    node.tree(key)
        .ifPresent(
            tree -> {
              if (!tree.isObject()) {
                node.problem(key, "must be an object of names and texts");
              }
              tree.properties()
                  .forEach(
                      each ->
                          text(node, key, each.getValue().asText(), vocabulary)
                              .ifPresent(template -> found.put(each.getKey(), template)));
            });
    return Collections.unmodifiableMap(found);
  }

  static Optional<TextTemplate> text(
      PresetNode node, String key, String text, Vocabulary vocabulary) {
    try {
      return Optional.of(TextTemplate.parse(text, vocabulary));
    } catch (TemplateException e) {
      node.problem(key, e.problem());
      return Optional.empty();
    }
  }

  static Optional<JsonTemplate> json(PresetNode node, String key, Vocabulary vocabulary) {
    return node.tree(key).map(tree -> json(node, key, tree, vocabulary));
  }

  private static JsonTemplate json(
      PresetNode node, String key, JsonNode tree, Vocabulary vocabulary) {
    try {
      return JsonTemplate.parse(tree, vocabulary);
    } catch (TemplateException e) {
      node.problem(key, e.problem());
      return JsonTemplate.empty();
    }
  }

  private static void mustBeAddress(PresetNode node, String key, TextTemplate template) {
    String path =
        template.render(
            name -> Optional.of(new Value.Text(HOSTILE)),
            new Rendering(ZoneOffset.UTC, ""),
            Target.ADDRESS);
    try {
      URI.create("https://crm.example" + path);
    } catch (IllegalArgumentException e) {
      node.problem(
          key, "is no address. Write blanks as %20, and other special characters as %XX too");
    }
  }

  /** Stands in for a template that could not be read. */
  static TextTemplate nothing() {
    try {
      return TextTemplate.parse("", Vocabulary.of());
    } catch (TemplateException e) {
      throw new IllegalStateException(e);
    }
  }
}
