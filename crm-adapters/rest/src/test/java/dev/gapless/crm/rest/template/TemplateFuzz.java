// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.ZoneOffset;
import java.util.List;

/** No text gets out of its place, whatever template and text. See {@code mvn -Pfuzz}. */
public final class TemplateFuzz {
  private static final Vocabulary WORDS = Vocabulary.of("text");
  private static final Rendering RENDERING = new Rendering(ZoneOffset.UTC, "…");

  private TemplateFuzz() {}

  /** Called with one input after the other: a template up to the first NUL, then a text. */
  public static void fuzzerTestOneInput(byte[] input) throws TemplateException {
    String both = new String(input, UTF_8);
    int end = Math.max(0, both.indexOf('\0'));
    String text = both.substring(end);
    everyTemplate(both.substring(0, end), text);
    ourTemplates(text);
  }

  private static void everyTemplate(String template, String text) {
    try {
      TextTemplate parsed = TextTemplate.parse(template, WORDS);
      parsed.render(values(text), RENDERING, Target.ADDRESS);
      parsed.render(values(text), RENDERING, Target.JSON);
    } catch (TemplateException e) {
      assertThat(e).hasMessageNotContaining("\n");
    }
  }

  private static void ourTemplates(String text) throws TemplateException {
    // Taken out one by one: to match all at once costs a stack frame per character.
    assertThat(
            render("{{text}}", text, Target.ADDRESS).replaceAll("[A-Za-z0-9._~-]|%[0-9A-F]{2}", ""))
        .isEmpty();
    assertThat(render("{{text | html}}", text, Target.JSON).replace("<br>", ""))
        .doesNotContain("<", ">", "\"", "'");
    JsonNode tree =
        JsonNodeFactory.instance.objectNode().put("a", "x{{text}}").put("b", "{{text}}");
    JsonNode rendered = JsonTemplate.parse(tree, WORDS).render(values(text), RENDERING);
    assertThat(rendered.properties()).hasSize(2);
    assertThat(rendered.path("a").asText()).isEqualTo("x" + rendered.path("b").asText());
    for (String limit : List.of("1", "7", "30")) {
      String cut = render("{{text | limit:" + limit + "}}", text, Target.JSON);
      assertThat(cut.length()).isLessThanOrEqualTo(Integer.parseInt(limit));
      assertThat(new String(cut.getBytes(UTF_8), UTF_8)).as("well-formed").isEqualTo(cut);
    }
  }

  private static String render(String template, String text, Target target)
      throws TemplateException {
    return TextTemplate.parse(template, WORDS).render(values(text), RENDERING, target);
  }

  private static Values values(String text) {
    return Values.of("text", new Value.Text(text));
  }
}
