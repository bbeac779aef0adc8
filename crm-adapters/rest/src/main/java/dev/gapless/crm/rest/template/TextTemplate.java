// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.http.entry.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text with placeholders in double braces. Immutable. */
public final class TextTemplate {
  private static final Pattern HTML = Pattern.compile("</?[A-Za-z]");

  private final List<Part> parts;

  /** Literal text, or a placeholder. */
  private record Part(String literal, Optional<Placeholder> placeholder) {}

  private TextTemplate(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  public static TextTemplate parse(String text, Vocabulary vocabulary) throws TemplateException {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
      int close = text.indexOf("}}", open);
      if (close < 0) {
        throw new TemplateException("{{ without }}. Close the placeholder");
      }
      parts.add(new Part(text.substring(at, open), Optional.empty()));
      String inside = text.substring(open + 2, close);
      parts.add(new Part("", Optional.of(Placeholder.parse(inside, vocabulary))));
      at = close + 2;
    }
    parts.add(new Part(text.substring(at), Optional.empty()));
    mustEscapeHtml(parts);
    return new TextTemplate(parts.stream().filter(TextTemplate::saysSomething).toList());
  }

  /** Where the template itself writes HTML, a value that is not escaped could do so too. */
  private static void mustEscapeHtml(List<Part> parts) throws TemplateException {
    boolean isHtml = parts.stream().anyMatch(part -> HTML.matcher(part.literal()).find());
    for (Part part : parts) {
      if (isHtml && part.placeholder().filter(p -> !p.html()).isPresent()) {
        throw new TemplateException(
            "{{" + part.placeholder().get().name() + "}} stands among HTML. Add | html");
      }
    }
  }

  private static boolean saysSomething(Part part) {
    return part.placeholder().isPresent() || !part.literal().isEmpty();
  }

  /** Whether the template names a placeholder. */
  public boolean names(String name) {
    return parts.stream()
        .flatMap(part -> part.placeholder().stream())
        .anyMatch(placeholder -> placeholder.name().equals(name));
  }

  /** All placeholders' names. */
  public List<String> names() {
    return parts.stream()
        .flatMap(part -> part.placeholder().stream())
        .map(Placeholder::name)
        .toList();
  }

  /** The placeholder, if the template is nothing else: its value then keeps its type. */
  Optional<Placeholder> alone() {
    return parts.size() == 1 ? parts.get(0).placeholder() : Optional.empty();
  }

  /** The text with every value escaped for its target; a missing value is the empty text. */
  public String render(Values values, Rendering rendering, Target target) {
    return parts.stream()
        .map(
            part ->
                part.placeholder()
                    .map(p -> text(p.value(values, rendering), target))
                    .orElse(part.literal()))
        .collect(Collectors.joining());
  }

  private static String text(Optional<Value> value, Target target) {
    return value.map(present -> text(present, target)).orElse("");
  }

  private static String text(Value value, Target target) {
    if (value instanceof Value.Texts several) {
      return several.texts().stream()
          .map(each -> target.escape(CleanText.wellFormed(each)))
          .collect(Collectors.joining(","));
    }
    return target.escape(plain(value));
  }

  private static String plain(Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    } else if (value instanceof Value.Whole whole) {
      return Long.toString(whole.number());
    } else if (value instanceof Value.Moment moment) {
      return moment.instant().toString();
    }
    JsonNode node = ((Value.Tree) value).node();
    return node.toString();
  }
}
