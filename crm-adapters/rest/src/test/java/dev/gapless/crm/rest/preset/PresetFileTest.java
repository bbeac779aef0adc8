// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gapless.api.config.ConfigurationException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A preset that cannot work is refused before anything starts, with place and remedy. */
class PresetFileTest {
  @Test
  void theBundledPresetIsSound() {
    Preset preset = PresetFile.read("demo", "crm.test.preset", Map.of());

    assertThat(preset.once()).containsExactly(Strategy.ENFORCED, Strategy.CONFIRMED, Strategy.NONE);
    assertThat(preset.check().needs().get(0).names())
        .hasSize(15)
        .contains("personId")
        .doesNotContain("id");
  }

  /** One thing changed in the sound preset, and what is said about it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"needs\": [~\"need\": [~demo.json: check.need: unknown key. Did you mean 'needs'?",
        "\"batch\": 200,~\"batch\": \"many\",~demo.json: batch: must be a whole number from 1 to 10000",
        "\"preset\": 1,~\"preset\": 2,~demo.json: preset: must be 1, the version of the preset language",
        "\"POST /oauth/token\"~\"oauth/token\"~demo.json: authentication.token-request: must be a method and a path, as \"POST /api/entries\"",
        "\"GET /api/me\"~\"FETCH /api/me\"~demo.json: check.request: must be a method and a path, as \"POST /api/entries\"",
        "?keys={{keys}}~?a b={{keys}}~demo.json: look-up.request: is no address. Write blanks as %20, and other special characters as %XX too",
        "?keys={{keys}}~?keys=~demo.json: look-up.request: names no {{keys}}, in its address or its body",
        "{{channel}}~{{chanel}}~demo.json: create.entry: unknown placeholder {{chanel}}. Did you mean 'channel'?",
        "{{channel}}~{{channel~demo.json: create.entry: {{ without }}. Close the placeholder",
        "{{person.id}}~{{person.id | limt:3}}~demo.json: create.entry: unknown filter 'limt:3'. Did you mean 'limit:N'?",
        "\"{{sequence}}\"~\"{{id}}\"~demo.json: create.entry: unknown placeholder {{id}}. Did you mean",
        "\"id\": \"/id\", \"type\"~\"id\": \"id\", \"type\"~demo.json: people.answer.id: 'id' is no JSON pointer. Write \"/id\", or \"\" for the whole",
        "\"by\": \"id\"~\"by\": \"nr\"~demo.json: update.answer.match.by: unknown word 'nr'. Did you mean 'id'?",
        "\"then\": \"person-gone\"~\"then\": \"persongone\"~create.answer.rules[3].then: unknown word 'persongone'. Did you mean 'person-gone'?",
        ", \"same-key\": \"/existingKey\"~~demo.json: create.answer.rules[0].same-key: missing. \"already-there\" counts only where the answer names our key",
        "{ \"status\": 429, ~{ \"status\": 4290, ~demo.json: rules[3].status: must be a number from 100 to 599, or a list of them",
        "\"oauth2-client-credentials\"~\"oauth2\"~demo.json: authentication.kind: unknown word 'oauth2'.",
        "\"visible-after\": \"20s\"~\"visible-after\": \"soon\"~demo.json: visible-after: must be a duration such as 500ms, 30s, 5m or 2h",
        "\"body\": { \"queries\": \"{{parties}}\" },~~demo.json: people.party: needs {{parties}} in the body, and {{parties}} needs party",
        "\"not-processed\": true~\"not-processed\": 1~demo.json: rules[4].not-processed: must be true or false"
      })
  void namesFileKeyAndRemedy(String sound, String broken, String problem) throws Exception {
    assertThat(demo()).contains(sound);

    List<String> problems = problems(demo().replace(sound, broken == null ? "" : broken));

    assertThat(problems)
        .as("the problem and no other")
        .singleElement()
        .asString()
        .contains(problem)
        .startsWith("demo.json: ");
  }

  @Test
  void listsAllProblemsTogether() throws Exception {
    String broken =
        demo()
            .replace("{{channel}}", "{{chanel}}")
            .replace("\"batch\": 200", "\"batch\": 0")
            .replace("\"look-up\"", "\"lookup\"");

    assertThat(problems(broken))
        .anyMatch(p -> p.contains("batch"))
        .anyMatch(p -> p.contains("chanel"))
        .anyMatch(p -> p.contains("lookup"))
        .anyMatch(p -> p.contains("look-up: missing. The strategy confirmed needs it"));
  }

  @Test
  void namesTheLineOfWhatIsNoJson() {
    assertThat(problems("{\n  \"preset\": 1,\n  batch: 3\n}").get(0))
        .startsWith("demo.json: line 3, column ")
        .contains("is not JSON");
    assertThat(problems("{\n\"preset\": 1,\n\"preset\": 1\n}").get(0))
        .startsWith("demo.json: line 3, column ")
        .contains("Duplicate");
    assertThat(problems("")).isNotEmpty();
    assertThat(problems("[]").get(0)).contains("must be an object in braces");
    assertThat(problems("{}"))
        .anyMatch(p -> p.equals("demo.json: create: missing. Add an object in braces"));
  }

  private static List<String> problems(String text) {
    return catchThrowableOfType(
            ConfigurationException.class,
            () ->
                PresetFile.read(
                    "demo",
                    "crm.test.preset",
                    Map.of(),
                    (name, place) -> PresetFile.tree(name, text.getBytes(UTF_8))))
        .problems();
  }

  private static String demo() throws Exception {
    try (InputStream in =
        PresetFile.class.getResourceAsStream("/dev/gapless/crm/rest/presets/demo.json")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
