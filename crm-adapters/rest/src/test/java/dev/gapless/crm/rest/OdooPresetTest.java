// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.changedEntry;
import static dev.gapless.crm.rest.Connections.entry;
import static dev.gapless.crm.rest.Connections.message;
import static dev.gapless.crm.rest.Connections.newEntry;
import static dev.gapless.crm.rest.Connections.party;
import static dev.gapless.crm.rest.FakeCrm.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.LookupAnswer;
import dev.gapless.api.crm.Once;
import dev.gapless.api.crm.WriteOutcome.Refused;
import dev.gapless.api.crm.WriteOutcome.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Odoo: nothing refuses a second note, so a lost answer is settled by looking for our message id.
 */
class OdooPresetTest {
  private static final String FIND = "POST /json/2/mail.message/search_read";

  private FakeCrm crm;
  private RestCrmAdapter adapter;

  @BeforeEach
  void open() throws Exception {
    crm = new FakeCrm();
    adapter = Bundled.ODOO.open(crm);
  }

  @AfterEach
  void close() {
    crm.close();
  }

  @Test
  void aLostNoteIsFoundByItsMessageId() {
    assertThat(adapter.capabilities().once()).isEqualTo(new Once.Confirmed(Duration.ofMinutes(3)));
    List<JsonNode> stored = new CopyOnWriteArrayList<>();
    crm.on(
        Bundled.ODOO.create,
        s -> {
          stored.add(s.json());
          return FakeCrm.hangUp();
        });
    crm.on(
        FIND,
        s -> {
          String wanted = s.json().at("/domain/0/2").asText();
          boolean there =
              stored.stream().anyMatch(each -> each.path("message_id").asText().equals(wanted));
          return json(200, there ? "[{\"id\":101,\"message_id\":\"" + wanted + "\"}]" : "[]");
        });
    Entry entry = newEntry(1);

    assertThat(adapter.write(List.of(entry)).get(entry.key())).isInstanceOf(Unknown.class);

    assertThat(adapter.lookUp(List.of(entry.key(), newEntry(2).key())))
        .isEqualTo(new LookupAnswer.Found(Map.of(entry.key(), CrmRefs.entry("101"))));
  }

  @Test
  void aFailureInsideA200IsReadAndIsRetriedIfItPasses() {
    crm.on(
        Bundled.ODOO.create,
        s ->
            json(
                200,
                "{\"error\":{\"message\":\"could not serialize access due to concurrent update\"}}"));
    assertThat(category()).isEqualTo(Category.TRANSIENT);
    crm.on(
        Bundled.ODOO.create,
        s -> json(200, "{\"error\":{\"data\":{\"name\":\"odoo.exceptions.UserError\"}}}"));
    assertThat(category()).isEqualTo(Category.INVALID);
    crm.on(
        Bundled.ODOO.create,
        s -> json(404, "{\"name\":\"odoo.exceptions.MissingError\",\"message\":\"\"}"));
    assertThat(category()).isEqualTo(Category.PERSON_GONE);
  }

  @Test
  void aWriteAnsweredFalseIsNotWritten() {
    crm.on("POST /json/2/mail.message/write", s -> json(200, "false"));
    assertThat(adapter.write(List.of(changedEntry(1))).values())
        .singleElement()
        .isInstanceOf(Unknown.class);
  }

  @Test
  void idsAreNumbersAndUnknownPeopleGoToTheInbox() {
    CrmPerson partner = new CrmPerson("42", "res.partner", Instant.EPOCH);
    Entry known = newEntry(1);
    adapter.write(List.of(new Entry(known.interaction(), 1, Optional.of(partner), CrmRefs.none())));
    adapter.write(List.of(new Entry(known.interaction(), 1, Optional.empty(), CrmRefs.none())));
    assertThat(crm.seen(Bundled.ODOO.create))
        .extracting(seen -> seen.json().path("ids").toString())
        .containsExactly("[42]", "[7]");
  }

  @Test
  void markupOfStrangersStaysText() {
    String text = "<img src=x onerror=alert(1)> & \"q\"";
    adapter.write(List.of(entry(1, message("m", text).author(party("<b>A</b>", "491510000001")))));
    String body = crm.seen(Bundled.ODOO.create).get(0).json().path("body").asText();
    assertThat(body.replaceAll("</?(p|small)>", "")).doesNotContain("<");
  }

  private Category category() {
    return ((Refused) adapter.write(List.of(newEntry(1))).get(newEntry(1).key()))
        .refusal()
        .category();
  }
}
