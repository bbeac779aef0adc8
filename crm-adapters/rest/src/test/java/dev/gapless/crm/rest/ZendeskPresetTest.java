// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.entry;
import static dev.gapless.crm.rest.Connections.message;
import static dev.gapless.crm.rest.Connections.newEntry;
import static dev.gapless.crm.rest.FakeCrm.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.LookupAnswer;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.api.crm.WriteOutcome.Refused;
import dev.gapless.api.crm.WriteOutcome.Unknown;
import dev.gapless.api.crm.WriteOutcome.Written;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Zendesk: a ticket per conversation, then an internal comment per entry, safe to repeat anywhere.
 */
class ZendeskPresetTest {
  private static final String FIND = "GET /api/v2/tickets.json";
  private static final String MAKE = "POST /api/v2/tickets.json";
  private static final String COMMENTS = "GET /api/v2/tickets/5/comments.json";
  private static final String ADD = "PUT /api/v2/tickets/5.json";

  private final List<String> tickets = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private final AtomicBoolean loseAnswers = new AtomicBoolean();

  private FakeCrm crm;
  private RestCrmAdapter adapter;

  @BeforeEach
  void open() throws Exception {
    crm = new FakeCrm();
    adapter = Bundled.ZENDESK.open(crm);
    desk();
  }

  @AfterEach
  void close() {
    crm.close();
  }

  /** A desk with one ticket at most, which keeps comments even if its answer is lost. */
  private void desk() {
    crm.on(FIND, s -> json(200, "{\"tickets\":[" + String.join(",", tickets) + "]}"));
    crm.on(
        MAKE,
        s -> {
          tickets.add("{\"id\":5,\"status\":\"open\"}");
          return loseAnswers.get() ? FakeCrm.hangUp() : json(201, "{\"ticket\":{\"id\":5}}");
        });
    crm.on(COMMENTS, s -> json(200, "{\"comments\":[" + String.join(",", comments) + "]}"));
    crm.on(
        ADD,
        s -> {
          JsonNode body = s.json().at("/ticket/comment/body");
          comments.add("{\"id\":" + (comments.size() + 70) + ",\"plain_body\":" + body + "}");
          return loseAnswers.get() ? FakeCrm.hangUp() : json(200, "{\"ticket\":{\"id\":5}}");
        });
  }

  @Test
  void aConversationHasOneTicketAndACommentPerEntry() {
    assertThat(write(newEntry(1))).isInstanceOf(Written.class);
    assertThat(write(newEntry(2))).isInstanceOf(Written.class);

    assertThat(crm.seen(MAKE)).hasSize(1);
    assertThat(comments).hasSize(2);
    FakeCrm.Seen made = crm.seen(MAKE).get(0);
    assertThat(made.header("Idempotency-key"))
        .hasSize(64)
        .isEqualTo(made.json().at("/ticket/external_id").asText());
    assertThat(made.json().toString()).doesNotContain("text 1");
  }

  @Test
  void aLostCommentIsFoundByItsMarkAndNotWrittenAgain() {
    write(newEntry(1));
    loseAnswers.set(true);
    Unknown lost = (Unknown) write(newEntry(2));
    assertThat(lost.refs().ids()).containsEntry("ticket", "5");
    loseAnswers.set(false);
    assertThat(adapter.lookUp(List.of(newEntry(2).key())))
        .isEqualTo(new LookupAnswer.Found(Map.of()));

    WriteOutcome again =
        write(new Entry(newEntry(2).interaction(), 2, newEntry(2).person(), lost.refs()));

    assertThat(again)
        .isInstanceOfSatisfying(Written.class, w -> assertThat(w.alreadyThere()).isTrue());
    assertThat(comments).hasSize(2);
  }

  @Test
  void aCommentIsFoundEvenIfACrashForgotTheTicket() {
    write(newEntry(1));
    assertThat(write(newEntry(1)))
        .isInstanceOfSatisfying(Written.class, w -> assertThat(w.alreadyThere()).isTrue());
    assertThat(comments).hasSize(1);
    assertThat(crm.seen(MAKE)).hasSize(1);
  }

  @Test
  void aLostTicketIsFoundByItsExternalId() {
    loseAnswers.set(true);
    assertThat(write(newEntry(1))).isInstanceOf(Unknown.class);
    loseAnswers.set(false);
    assertThat(write(newEntry(1))).isInstanceOf(Written.class);
    assertThat(crm.seen(MAKE)).hasSize(1);
    assertThat(comments).hasSize(1);
  }

  @Test
  void aWriteResumesAtItsSecondStep() {
    crm.on(ADD, s -> json(409, "{}"));
    Refused refused = (Refused) write(newEntry(1));
    assertThat(refused.refusal().category()).isEqualTo(Category.LOCKED);
    assertThat(refused.refs().ids()).containsEntry("ticket", "5");
    desk();

    write(new Entry(newEntry(1).interaction(), 1, newEntry(1).person(), refused.refs()));

    assertThat(crm.seen(FIND)).hasSize(1);
    assertThat(comments).hasSize(1);
  }

  @Test
  void noStrangerCanWriteAnothersMark() {
    write(newEntry(1));
    String mark = "[" + newEntry(2).key().uuid() + "]";
    write(entry(3, message("m3", "look: " + mark)));
    assertThat(write(newEntry(2)))
        .isEqualTo(
            WriteOutcome.written(
                new CrmRefs(Map.of("ticket", "5", "entry", newEntry(2).key().sha256Hex()))));
    assertThat(comments).hasSize(3);
  }

  @Test
  void closedTicketsAreOverlookedAndAUsedKeyIsTriedLater() {
    tickets.add("{\"id\":4,\"status\":\"closed\"}");
    assertThat(write(newEntry(1))).isInstanceOf(Written.class);
    tickets.clear();
    crm.on(MAKE, s -> json(400, "{\"error\":\"IdempotentRequestError\"}"));
    assertThat(((Refused) write(newEntry(2))).refusal().category()).isEqualTo(Category.TRANSIENT);
  }

  @Test
  void aChangeIsOneCommentMoreHoweverOftenItIsSent() {
    write(newEntry(1));
    CrmRefs refs = new CrmRefs(Map.of("ticket", "5", CrmRefs.ENTRY, "x"));
    Entry changed = new Entry(newEntry(1).interaction(), 1, newEntry(1).person(), refs);
    write(changed);
    write(changed);
    assertThat(comments).hasSize(2);
  }

  @Test
  void aStrangersAnswerToTheCheckIsNoSuccess() {
    crm.on("GET /api/v2/users/me.json", s -> json(200, "{\"user\":{\"id\":null}}"));
    assertThat(adapter.checkSetup().findings()).hasSize(1);
    crm.on("GET /api/v2/users/me.json", s -> json(200, "{\"user\":{\"id\":1}}"));
    assertThat(adapter.checkSetup().findings()).isEmpty();
  }

  private WriteOutcome write(Entry entry) {
    return adapter.write(List.of(entry)).get(entry.key());
  }
}
