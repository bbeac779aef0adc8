// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gapless.api.config.ConfigurationException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Presets made of several files, with options, and what is said when they do not fit. */
class PresetPartsTest {
  @TempDir Path folder;
  private final Map<String, String> options = new HashMap<>();

  @BeforeEach
  void zendesk() throws Exception {
    file("zendesk.json", bundled("zendesk"));
    file("odoo.json", bundled("odoo"));
  }

  @Test
  void aFileChangesABundledPresetMemberByMember() throws Exception {
    file(
        "own.json",
        "{ \"include\": [\"zendesk\"], \"base-path\": \"/desk\", \"people\": null, \"make-person\": null }");
    Preset preset = read("own.json");
    assertThat(preset.basePath()).isEqualTo("/desk");
    assertThat(preset.people()).isEmpty();
    assertThat(preset.create().before()).hasSize(1);
  }

  @Test
  void whatIsIncludedLaterWinsAndTheFileItselfMost() throws Exception {
    file("a.json", "{ \"base-path\": \"/a\", \"visible-after\": \"1s\", \"batch\": 1 }");
    file("b.json", "{ \"include\": \"./zendesk.json\", \"visible-after\": \"2s\" }");
    file("own.json", "{ \"include\": [\"./b.json\", \"./a.json\"], \"visible-after\": \"3s\" }");
    assertThat(read("own.json").basePath()).isEqualTo("/a");
    assertThat(read("own.json").visibleAfter())
        .hasValueSatisfying(d -> assertThat(d).hasSeconds(3));
  }

  @Test
  void filesThatIncludeEachOtherAreNamedInTheirOrder() throws Exception {
    file("a.json", "{ \"include\": \"./b.json\" }");
    file("b.json", "{ \"include\": \"./a.json\" }");
    assertThat(problems("a.json").get(0))
        .contains("includes itself: ")
        .matches(".*a\\.json → .*b\\.json → .*a\\.json\\. Take one include away");
  }

  @Test
  void aMissingIncludeIsNamedWithTheFileThatWantsIt() throws Exception {
    file("own.json", "{ \"include\": \"./nowhere.json\" }");
    assertThat(problems("own.json").get(0)).contains("own.json: include: the file ");
    file("own.json", "{ \"include\": \"zendsk\" }");
    assertThat(problems("own.json").get(0)).contains("Did you mean 'zendesk'?");
  }

  @Test
  void aProblemNamesTheFileThatSaysIt() throws Exception {
    file("base.json", bundled("zendesk").replace("\"before\": [", "\"befor\": ["));
    file("own.json", "{ \"include\": \"./base.json\", \"batch\": \"many\" }");
    assertThat(problems("own.json"))
        .anyMatch(p -> p.contains("base.json: create.befor: unknown key. Did you mean 'before'?"))
        .anyMatch(p -> p.contains("own.json: batch: must be a whole number"));
  }

  @Test
  void optionsAreSaidByTheConnectionAndAllProblemsComeAtOnce() throws Exception {
    assertThat(problems("odoo.json").get(0))
        .contains("odoo.json: options.inbox: has no value. Set options to inbox=…: id of");
    options.put("inbox", "7");
    assertThat(read("odoo.json").create().request().body()).isPresent();
    options.put("inbx", "7");
    options.put("inbox", "7\"}");
    assertThat(problems("odoo.json"))
        .anyMatch(p -> p.contains("there is no option 'inbx'. Did you mean 'inbox'?"))
        .anyMatch(p -> p.contains("options.inbox: must be a short text without quotes"));
  }

  @Test
  void aReferenceToNoOptionIsNamed() throws Exception {
    options.put("inbox", "7");
    file("own.json", bundled("odoo").replace("or:${inbox}", "or:${inbx}"));
    assertThat(problems("own.json").get(0))
        .contains(
            "own.json: ${inbx} is no option. Declare it under options. Did you mean 'inbox'?");
  }

  /** One thing changed in the sound preset of Zendesk, and what is said about it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"public\": false,~~own.json: create.body: must hold false at /ticket/comment/public, see must-send",
        "\"ref\": \"ticket\"~\"ref\": \"entry\"~own.json: create.before[0].ref: must be a word in small letters, and none of [entry, person]",
        "\"ends-with\": \"[{{uuid}}]\"~\"ends-with\": \"[ours]\"~own.json: create.look-first.ends-with: names neither {{key}} nor {{uuid}}, so it marks nothing",
        "\"Idempotency-Key\": \"{{conversationKey}}\"~\"Idempotency-Key\": \"{{text}}\"~own.json: create.before[0].create.headers: unknown placeholder {{text}}",
        "\"Idempotency-Key\":~\"Idempotency Key\":~own.json: create.before[0].create.headers: 'Idempotency Key' or its text cannot stand in a header",
        "{ \"contains\": \"IdempotentRequestError\" }~{ \"matches\": \"a(\" }~'a(' is no regular expression: Unclosed group",
        "{ \"contains\": \"IdempotentRequestError\" }~{ \"contain\": \"x\" }~must be texts, or {\"contains\": \"…\"}, {\"matches\": \"regex\"}, {\"present\": true} or {\"truthy\": true}",
        "\"phone-formats\": [\"e164\"]~\"phone-formats\": [\"e146\"]~own.json: people.phone-formats: unknown word 'e146'. Did you mean 'e164'?",
        "\"kind\": \"basic\"~\"kind\": \"oauth2-refresh-token\"~own.json: authentication.token-request: missing",
        "| number | optional~| html | optional~a filter behind html. Write html last",
        "\"phone\": \"{{phone}}\", \"external_id\": \"{{key}}\", ~~own.json: make-person.body: names none of {{phone}}, {{identifiers}}, {{identifier.TYPE}} and {{key}}, so nobody could be found again",
        "\"skip_verify_email\": true }~\"skip_verify_email\": false }~own.json: make-person.body: must hold true at /user/skip_verify_email, see must-send",
        "\"raw\": true,~~own.json: attach-file.upload: must carry the file in one way",
        "\"raw\": true,~\"multipart\": { \"file\": \"{{fileName}}\" },~own.json: attach-file.upload.multipart: has no part that is \"{{content}}\". Name the one of the file",
        ", \"uploads\": [\"{{upload}}\"]~~own.json: attach-file.attach.body: names no {{upload}}, so it attaches nothing",
        "\"200/1m\"~\"200 per minute\"~own.json: rates: '200 per minute' is not calls/duration, as 100/10s or 5000/24h, at most 24h",
        "\"wait\": \"1m\"~\"wait-until-midnight\": \"Europe/Belin\"~wait-until-midnight: 'Europe/Belin' is no time zone. Write one such as Europe/Berlin",
        "\"wait\": \"1m\"~\"wait\": \"1m\", \"wait-until-midnight\": \"UTC\"~wait-until-midnight: stands beside wait. Write one of them",
        "\"must-send\": { \"/user/skip~\"read-back\": { }, \"must-send\": { \"/user/skip~own.json: make-person.read-back: unknown key",
        "\"subject\": \"Conversation ({{channel}})\"~\"subject\": \"<b>{{channel}}</b>\"~{{channel}} stands among HTML. Add | html"
      })
  void namesFileKeyAndRemedy(String sound, String broken, String problem) throws Exception {
    String zendesk = bundled("zendesk");
    assertThat(zendesk).contains(sound);
    int at =
        sound.startsWith("\"public\"") ? zendesk.lastIndexOf("\"look-first\"") : zendesk.length();
    String start = zendesk.substring(0, at);
    file(
        "own.json",
        replaceLast(start, sound, broken == null ? "" : broken) + zendesk.substring(at));
    assertThat(problems("own.json")).anyMatch(each -> each.contains(problem));
  }

  private static String replaceLast(String text, String old, String replacement) {
    int at = text.lastIndexOf(old);
    return text.substring(0, at) + replacement + text.substring(at + old.length());
  }

  private Preset read(String file) {
    return PresetFile.read(folder.resolve(file).toString(), "crm.test.preset", options);
  }

  private List<String> problems(String file) {
    return catchThrowableOfType(ConfigurationException.class, () -> read(file)).problems();
  }

  private void file(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }

  private static String bundled(String name) throws Exception {
    try (InputStream in =
        PresetFile.class.getResourceAsStream("/dev/gapless/crm/rest/presets/" + name + ".json")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
