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
import java.util.List;
import java.util.Optional;

/** Reads requests and templates, and tries them with the worst a stranger can write. */
final class RequestReader {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final String HOSTILE =
      "\"}],{\\ /?#[]@!$&'()*+,;=%00 \u0000\n\u202E{{x}}\uD83D\uDE00\uD800";

  private RequestReader() {}

  /** Reads {@code "POST /path"} from one member and the body, if any, from {@code body}. */
  static Request read(PresetNode node, String key, Vocabulary vocabulary) {
    String[] words = node.text(key).split(" ", 2);
    if (words.length != 2 || !METHODS.contains(words[0]) || !words[1].startsWith("/")) {
      node.problem(key, "must be a method and a path, as \"POST /api/entries\"");
      return new Request("GET", nothing(), Optional.empty());
    }
    Optional<TextTemplate> path = text(node, key, words[1], vocabulary);
    path.ifPresent(template -> mustBeAddress(node, key, template));
    Optional<JsonTemplate> body = json(node, "body", vocabulary);
    return new Request(words[0], path.orElseGet(RequestReader::nothing), body);
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
  private static TextTemplate nothing() {
    try {
      return TextTemplate.parse("", Vocabulary.of());
    } catch (TemplateException e) {
      throw new IllegalStateException(e);
    }
  }
}
