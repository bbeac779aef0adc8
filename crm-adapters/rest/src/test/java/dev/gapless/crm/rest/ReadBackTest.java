// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.entry;
import static dev.gapless.crm.rest.Connections.message;
import static dev.gapless.crm.rest.FakeCrm.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.api.crm.WriteOutcome.Refused;
import dev.gapless.api.crm.WriteOutcome.Written;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A CRM that says 200 and keeps something else: on tables of three bytes, in short columns. */
class ReadBackTest {
  private static final String PRESET =
      """
      {
        "preset": 1, "once": ["none"],
        "authentication": { "kind": "api-key", "header": "DOLAPIKEY" },
        "check": { "request": "GET /me" },
        "create": {
          "request": "POST /events",
          "body": { "label": "{{author}}", "note": "{{text}}", "at": "{{occurredAt | epoch-seconds}}" },
          "read-back": %s,
          "answer": { "id": "" }
        },
        "update": {
          "request": "PUT /events/{{id}}",
          "body": { "note": "{{text}}" },
          "read-back": { "same": { "/note": "/note" } },
          "answer": {}
        }
      }
      """;
  private static final String READ =
      "{ \"request\": \"GET /events/{{id}}\", \"same\": { \"/label\": \"/label\", \"/note\":"
          + " \"/note\", \"/when\": \"/at\" }, \"none-when\": { \"status\": 404 } }";

  @TempDir Path folder;
  private final Map<String, JsonNode> rows = new ConcurrentHashMap<>();
  private volatile UnaryOperator<String> column = text -> text;
  private FakeCrm crm;

  @BeforeEach
  void dolibarr() throws Exception {
    crm = new FakeCrm();
    crm.on(
        "POST /events",
        s -> {
          rows.put("1", kept(s.json()));
          return json(200, "1");
        });
    crm.on("PUT /events/1", s -> json(200, kept(s.json())));
    crm.on("GET /events/1", s -> json(200, rows.get("1")));
  }

  private ObjectNode kept(JsonNode sent) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("label", sent.path("label").asText());
    row.put("note", column.apply(sent.path("note").asText()));
    return row.put("when", sent.path("at").asText());
  }

  @AfterEach
  void close() {
    crm.close();
  }

  @Test
  void whatWasKeptIsWritten() throws Exception {
    assertThat(create("two\nlines \uD83D\uDE00"))
        .isEqualTo(WriteOutcome.written(CrmRefs.entry("1")));
    column = text -> text.replace("\n", "\r\n");
    assertThat(create("two\nlines")).isInstanceOf(Written.class);
  }

  @Test
  void whatWasCutOrChangedIsTold() throws Exception {
    column = text -> text.substring(0, Math.min(50, text.length()));
    Refused cut = (Refused) create("x".repeat(60));
    assertThat(cut.refusal().category()).isEqualTo(Category.INVALID);
    assertThat(cut.refusal().detail()).contains("/note: 50 of 60 characters");
    assertThat(cut.refs()).as("a replay changes the record").isEqualTo(CrmRefs.entry("1"));
    column = text -> text.replace("\uD83D\uDE00", "????");
    Refused changed = (Refused) create("canary \uD83D\uDE00");
    assertThat(changed.refusal().detail()).contains("/note").doesNotContain("canary");
  }

  @Test
  void aChangeIsComparedWithItsOwnAnswerWhereNothingElseIsSaid() throws Exception {
    Entry created = entry(1, message("m", "text"));
    Entry changed = new Entry(created.interaction(), 1, created.person(), CrmRefs.entry("1"));
    assertThat(write(changed)).isInstanceOf(Written.class);
    column = text -> "";
    assertThat(write(changed)).isInstanceOf(Refused.class);
    assertThat(crm.seen("GET /events/1")).isEmpty();
  }

  @Test
  void aRecordThatCannotBeReadBackIsLookedAtLaterAndNeverMadeTwice() throws Exception {
    crm.on("GET /events/1", s -> json(404, "{}"));
    Refused later = (Refused) create("text");
    assertThat(later.refusal().category()).isEqualTo(Category.TRANSIENT);
    assertThat(later.refs()).isEqualTo(CrmRefs.entry("1"));
    crm.on("GET /events/1", s -> FakeCrm.hangUp());
    Refused outage = (Refused) create("text");
    assertThat(outage.refusal().category()).isEqualTo(Category.OUTAGE);
    assertThat(outage.refs()).isEqualTo(CrmRefs.entry("1"));
  }

  @Test
  void aComparisonOfNothingIsNamed() {
    assertThatThrownBy(() -> adapter("{ \"same\": { \"/note\": \"/text\" } }"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "create.read-back.same./note: nothing is written to '/text'. Point into the body");
    assertThatThrownBy(() -> adapter("{ \"same\": { } }"))
        .hasMessageContaining("create.read-back.same: is empty. Say which fields are compared");
    assertThatThrownBy(() -> adapter("{ \"same\": { \"note\": \"/note\" } }"))
        .hasMessageContaining("'note' is no JSON pointer. Write \"/note\"");
  }

  private WriteOutcome create(String text) throws Exception {
    return write(entry(1, message("m", text)));
  }

  private WriteOutcome write(Entry entry) throws Exception {
    return adapter(READ).write(java.util.List.of(entry)).get(entry.key());
  }

  private RestCrmAdapter adapter(String readBack) throws Exception {
    Path file = Files.writeString(folder.resolve("own.json"), PRESET.formatted(readBack));
    return Connections.open(Map.of("preset", file.toString(), "url", crm.url(), "api-key", "k"));
  }
}
