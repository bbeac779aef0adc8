// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gapless.http.entry.CleanText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JSON tree whose strings may hold placeholders. Since a value only ever becomes a node of the
 * tree, no text can break out of its place. Immutable.
 */
public final class JsonTemplate {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Branch root;

  private JsonTemplate(Branch root) {
    this.root = root;
  }

  private sealed interface Branch {}

  private record Leaf(JsonNode node) implements Branch {}

  private record Words(TextTemplate template) implements Branch {}

  private record Elements(List<Branch> branches) implements Branch {}

  private record Members(Map<String, Branch> branches) implements Branch {}

  public static JsonTemplate parse(JsonNode tree, Vocabulary vocabulary) throws TemplateException {
    return new JsonTemplate(branch(tree, vocabulary));
  }

  /** The template of {@code null}. */
  public static JsonTemplate empty() {
    return new JsonTemplate(new Leaf(NullNode.getInstance()));
  }

  private static Branch branch(JsonNode node, Vocabulary vocabulary) throws TemplateException {
    if (node.isTextual()) {
      return new Words(TextTemplate.parse(node.textValue(), vocabulary));
    }
    if (node.isObject()) {
      Map<String, Branch> members = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        members.put(member.getKey(), branch(member.getValue(), vocabulary));
      }
      return new Members(members);
    }
    if (node.isArray()) {
      List<Branch> elements = new ArrayList<>();
      for (JsonNode element : node) {
        elements.add(branch(element, vocabulary));
      }
      return new Elements(elements);
    }
    return new Leaf(node);
  }

  /** Whether the template names a placeholder anywhere. */
  public boolean names(String name) {
    return names(root, name);
  }

  /** All placeholders' names. */
  public List<String> names() {
    return names(root).toList();
  }

  private static boolean names(Branch branch, String name) {
    return names(branch).anyMatch(name::equals);
  }

  private static Stream<String> names(Branch branch) {
    if (branch instanceof Words words) {
      return words.template().names().stream();
    } else if (branch instanceof Elements elements) {
      return elements.branches().stream().flatMap(JsonTemplate::names);
    } else if (branch instanceof Members members) {
      return members.branches().values().stream().flatMap(JsonTemplate::names);
    }
    return Stream.empty();
  }

  /** The names of the outermost object's members, but for those that only hold a placeholder. */
  public List<String> fieldsBut(String placeholder) {
    if (!(root instanceof Members members)) {
      return List.of();
    }
    return members.branches().entrySet().stream()
        .filter(member -> !names(member.getValue(), placeholder))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * The tree with values. A placeholder without one is null if it stands alone, else empty; a
   * member whose placeholder is optional is left out instead, and so is an object left without any.
   */
  public JsonNode render(Values values, Rendering rendering) {
    return rendered(root, values, rendering).orElse(NullNode.getInstance());
  }

  private static Optional<JsonNode> rendered(Branch branch, Values values, Rendering rendering) {
    if (branch instanceof Words words) {
      return rendered(words.template(), values, rendering);
    } else if (branch instanceof Elements elements) {
      ArrayNode array = NODES.arrayNode();
      elements.branches().forEach(e -> rendered(e, values, rendering).ifPresent(array::add));
      return array.isEmpty() && !elements.branches().isEmpty()
          ? Optional.empty()
          : Optional.of(array);
    } else if (branch instanceof Members members) {
      ObjectNode object = NODES.objectNode();
      members
          .branches()
          .forEach(
              (name, each) ->
                  rendered(each, values, rendering).ifPresent(node -> object.set(name, node)));
      return object.isEmpty() && !members.branches().isEmpty()
          ? Optional.empty()
          : Optional.of(object);
    }
    return Optional.of(((Leaf) branch).node());
  }

  private static Optional<JsonNode> rendered(
      TextTemplate words, Values values, Rendering rendering) {
    Optional<Placeholder> alone = words.alone();
    if (alone.isEmpty()) {
      return Optional.of(TextNode.valueOf(words.render(values, rendering, Target.JSON)));
    }
    Optional<JsonNode> value = alone.get().value(values, rendering).map(JsonTemplate::node);
    return alone.get().optional() ? value : value.or(() -> Optional.of(NullNode.getInstance()));
  }

  private static JsonNode node(Value value) {
    if (value instanceof Value.Whole whole) {
      return LongNode.valueOf(whole.number());
    } else if (value instanceof Value.Moment moment) {
      return TextNode.valueOf(moment.instant().toString());
    } else if (value instanceof Value.Texts several) {
      ArrayNode array = NODES.arrayNode();
      several.texts().forEach(each -> array.add(CleanText.wellFormed(each)));
      return array;
    } else if (value instanceof Value.Tree tree) {
      return tree.node();
    }
    return TextNode.valueOf(((Value.Text) value).text());
  }
}
