// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Delivery;
import dev.gapless.api.ItemKey;
import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.connector.whatsapp.WhatsAppConnectorProvider;
import dev.gapless.engine.Audit;
import dev.gapless.engine.Gapless;
import dev.gapless.engine.policy.DeliveryPolicy;
import dev.gapless.engine.policy.PeoplePolicy;
import dev.gapless.examples.quickstart.crm.DemoCrm;
import dev.gapless.examples.quickstart.crm.Field;
import dev.gapless.examples.quickstart.crm.Row;
import dev.gapless.http.signature.HubSignature;
import dev.gapless.journal.sqlite.SqliteJournal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A chat that starts with a phone number, loses it to a user id, and is edited and revoked in
 * between, from the webhooks to the timeline: one person, one lane, and the right final state.
 */
class ChatWithoutNumberTest {
  private static final String SECRET = "an-app-secret";
  private static final String NUMBER = "447700900177";
  private static final String USER = "GB.70020030040077";
  private static final String NEXT_USER = "GB.70020030040078";

  /** Before the number goes, while both are shown, and when only the user id is left. */
  private static final List<String> CHAT =
      List.of(
          text("1", "from", NUMBER, "", "red"),
          text("2", "from", NUMBER, USER, "blue"),
          change(
              "3",
              "\"type\":\"edit\",\"edit\":{\"original_message_id\":\"wamid.1\",\"message\":"
                  + "{\"type\":\"text\",\"text\":{\"body\":\"green\"}}}"),
          text("4", "", "", USER, "yellow"),
          change("5", "\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"wamid.2\"}"),
          notice(),
          text("6", "", "", NEXT_USER, "white"));

  @TempDir private Path folder;

  @Test
  void isOneChatInTheTimelineAsItArrives() {
    try (DemoCrm crm = DemoCrm.builder().build().start();
        Gapless gapless = gapless(crm, "journal.db")) {
      for (String body : CHAT) {
        post(gapless, body);
        gapless.runDueWork();
      }
      isRight(crm, gapless);
    }
  }

  @Test
  void isOneChatWhenAllOfItComesBeforeAnythingIsWritten() {
    try (DemoCrm crm = DemoCrm.builder().build().start();
        Gapless gapless = gapless(crm, "journal.db")) {
      CHAT.forEach(body -> post(gapless, body));
      gapless.runDueWork();
      isRight(crm, gapless);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void isOneChatAcrossARestart(int after) {
    try (DemoCrm crm = DemoCrm.builder().build().start()) {
      try (Gapless gapless = gapless(crm, "restart.db")) {
        CHAT.subList(0, after).forEach(body -> post(gapless, body));
        gapless.runDueWork();
      }
      try (Gapless gapless = gapless(crm, "restart.db")) {
        CHAT.forEach(body -> post(gapless, body));
        gapless.runDueWork();
        isRight(crm, gapless);
      }
    }
  }

  private static void isRight(DemoCrm crm, Gapless gapless) {
    List<Row> rows = crm.rows();
    assertThat(rows)
        .extracting(row -> row.text(Field.TEXT).orElseThrow())
        .containsExactly("green", "[Message removed by its author]", "yellow", "white");
    assertThat(rows)
        .extracting(row -> row.text(Field.ACTION).orElseThrow())
        .containsExactly("edited", "removed", "created", "created");
    assertThat(rows).extracting(Row::arrived).isSorted();
    assertThat(rows.stream().map(row -> row.text(Field.CONVERSATION)).distinct()).hasSize(1);
    assertThat(Stream.of("1", "2", "4", "6").map(id -> lane(gapless, id)).distinct()).hasSize(1);
    assertThat(gapless.audit().get(0))
        .matches(Audit::balances)
        .satisfies(books -> assertThat(books.written()).isEqualTo(6))
        .satisfies(books -> assertThat(books.waiting() + books.parked()).isZero());
    assertThat(gapless.deepAudit()).allMatch(audit -> audit.agrees());
  }

  private static String lane(Gapless gapless, String id) {
    ItemKey key = new ItemKey("", "whatsapp", "12025550100", "message", "wamid." + id);
    Delivery delivery = gapless.trace(key).orElseThrow().deliveries().get(0);
    return delivery.lane();
  }

  private Gapless gapless(DemoCrm crm, String journal) {
    return Gapless.builder()
        .journal(SqliteJournal.at(folder.resolve(journal)))
        .provider(new WhatsAppConnectorProvider())
        .channel("whatsapp", one -> one.set("app-secret", SECRET).set("verify-token", "v"))
        .crm(
            "demo",
            one ->
                one.type("rest")
                    .set("preset", "demo")
                    .set("url", crm.url().toString())
                    .set("client-id", "gapless")
                    .set("client-secret", "quickstart")
                    .policy(
                        new DeliveryPolicy(
                            8,
                            new PeoplePolicy(PeoplePolicy.None.CREATE, PeoplePolicy.Several.PARK))))
        .build();
  }

  private static void post(Gapless gapless, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    WebhookRequest request =
        new WebhookRequest(
            "POST",
            Map.of(),
            Map.of(HubSignature.HEADER, List.of(HubSignature.sign(SECRET, bytes))),
            bytes);
    assertThat(gapless.webhook("whatsapp", request).status()).isEqualTo(200);
  }

  private static String text(String id, String role, String number, String user, String text) {
    String from = role.isEmpty() ? "" : "\"" + role + "\":\"" + number + "\",";
    String userId = user.isEmpty() ? "" : "\"from_user_id\":\"" + user + "\",";
    String who =
        (number.isEmpty() ? "" : ",\"wa_id\":\"" + number + "\"")
            + (user.isEmpty() ? "" : ",\"user_id\":\"" + user + "\"");
    return messages(
        "\"contacts\":[{\"profile\":{\"name\":\"Eve Example\"}" + who + "}],",
        from
            + userId
            + "\"id\":\"wamid."
            + id
            + "\",\"timestamp\":\"179200000"
            + id
            + "\",\"type\":\"text\",\"text\":{\"body\":\""
            + text
            + "\"}");
  }

  /** Changes come under the user id alone: the number is no longer shown. */
  private static String change(String id, String what) {
    return messages(
        "",
        "\"from_user_id\":\""
            + USER
            + "\",\"id\":\"wamid."
            + id
            + "\",\"timestamp\":\"179200000"
            + id
            + "\","
            + what);
  }

  private static String notice() {
    return envelope(
        "user_id_update",
        "\"user_id_update\":[{\"user_id\":{\"previous\":\""
            + USER
            + "\",\"current\":\""
            + NEXT_USER
            + "\"},\"timestamp\":\"1792000005\"}]");
  }

  private static String messages(String contacts, String message) {
    return envelope("messages", contacts + "\"messages\":[{" + message + "}]");
  }

  private static String envelope(String field, String value) {
    return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\""
        + field
        + "\",\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":"
        + "{\"display_phone_number\":\"12025550100\",\"phone_number_id\":\"12025550100\"},"
        + value
        + "}}]}]}";
  }
}
