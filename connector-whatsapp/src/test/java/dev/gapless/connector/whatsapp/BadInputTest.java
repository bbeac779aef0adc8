// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Interaction;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Body;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
  private static final String TEXT = "\"type\": \"text\", \"text\": {\"body\": \"hello\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "{",
        "{\"entry\": [}",
        "not json",
        "{\"a\": 1} {\"b\": 2}",
        "{\"a\": 1, \"a\": 2}",
        "{\"a\": 1e99999999999}"
      })
  void aBodyThatCannotBeReadIsOneParkedItem(String body) {
    List<Item> items = Samples.splitText(body);
    assertThat(items).hasSize(1);
    assertThat(items.get(0)).isInstanceOf(Item.Unreadable.class);
    assertThat(((Item.Unreadable) items.get(0)).reason()).startsWith("body ");
    assertThat(items.get(0).event().item().nativeId()).matches("sha256:[0-9a-f]{64}");
  }

  @Test
  void theReasonSaysWhereButNotWhat() {
    Item.Unreadable item =
        (Item.Unreadable) Samples.splitText("{\n \"text\": \"secret\n words\" oops").get(0);
    assertThat(item.reason())
        .startsWith("body is not JSON (line 2")
        .doesNotContain("secret", "oops");
  }

  @Test
  void bottomlessNestingIsOneParkedItem() {
    for (int depth : List.of(Body.MAX_DEPTH + 1, 1_000_000)) {
      String body = "{\"entry\": " + "[".repeat(depth) + "]".repeat(depth) + "}";
      List<Item> items = Samples.splitText(body);
      assertThat(items).hasSize(1);
      assertThat(((Item.Unreadable) items.get(0)).reason()).contains("1000 levels");
    }
  }

  @Test
  void nestingUpToTheLimitIsRead() {
    int depth = Body.MAX_DEPTH - 20;
    String deep = "[".repeat(depth) + "]".repeat(depth);
    List<Item> items =
        Samples.splitText(Samples.message("\"id\": \"wamid.1\", \"deep\": " + deep + ", " + TEXT));
    assertThat(items).hasSize(1);
    assertThat(((Item.Contact) items.get(0)).interaction().text()).isEqualTo("hello");
    assertThat(Samples.splitText("{\"entry\": " + deep + "}")).isNotEmpty();
    assertThat(Samples.splitText("{\"field\": \"flows\", \"value\": " + deep + "}")).isNotEmpty();
  }

  @Test
  void badBytesCostOnlyTheCharactersTheyStandFor() {
    String body =
        Samples.webhook(
            "messages",
            """
            "messages": [
              {"from": "447700900123", "id": "wamid.1", "type": "text", "text": {"body": "a@b"}},
              {"from": "447700900123", "id": "wamid.2", "type": "text", "text": {"body": "fine"}}]
            """);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    bytes[body.indexOf('@')] = (byte) 0xFF;
    List<Item> items = Samples.split(bytes);
    Interaction bad = ((Item.Contact) items.get(0)).interaction();
    assertThat(bad.text()).isEqualTo("a\uFFFDb");
    assertThat(bad.data()).containsEntry("encoding.replaced", "true");
    Interaction fine = ((Item.Contact) items.get(1)).interaction();
    assertThat(fine.text()).isEqualTo("fine");
    assertThat(fine.data()).doesNotContainKey("encoding.replaced");
  }

  @Test
  void aByteOrderMarkIsNoObstacle() {
    String body = new String(Samples.bytes("text"), StandardCharsets.UTF_8);
    assertThat(Samples.splitText("\uFEFF" + body)).isEqualTo(Samples.split("text"));
  }

  @ParameterizedTest
  @CsvSource({
    "3, a number",
    "\"text\", a text",
    "null, null",
    "true, a truth value",
    "[], an array"
  })
  void anElementOfTheWrongTypeIsParkedAlone(String element, String type) {
    String good = "{\"from\": \"447700900123\", \"id\": \"wamid.1\", " + TEXT + "}";
    for (String array : List.of("messages", "message_echoes", "statuses", "history")) {
      String other = array.equals("messages") ? "statuses" : "messages";
      String parts =
          "\"%s\": [%s], \"messages2\": 1%s"
              .formatted(
                  array, element, other.equals("messages") ? ", \"messages\": [" + good + "]" : "");
      List<Item> items = Samples.splitText(Samples.webhook("messages", parts));
      assertThat(items.get(0))
          .isInstanceOfSatisfying(
              Item.Unreadable.class,
              unreadable ->
                  assertThat(unreadable.reason())
                      .isEqualTo(
                          "entry[0].changes[0].value."
                              + array
                              + "[0] is "
                              + type
                              + ", expected an object"));
      assertThat(items).hasSize(other.equals("messages") ? 2 : 1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "type": "text"                                              | text
          "type": "text", "text": "a text instead of an object"       | text
          "type": "text", "text": {"body": {"no": "text"}}            | text.body
          "type": "text", "text": {"body": NaN}                       | text.body
          "type": "image", "image": [1]                               | image
          "type": "image", "image": null                              | image
          "type": "location", "location": {"latitude": {}}            | location.latitude
          "type": "contacts", "contacts": [1, 2]                      | contacts
          "type": "order", "order": {"product_items": 3}              | order.product_items
          "type": "interactive", "interactive": {"type": "x"}         | interactive.type
          "type": "interactive", "interactive": {"type": "list_reply"} | interactive.list_reply
          "type": "button", "button": {}                              | button.text
          """)
  void contentOfTheWrongTypeIsShownAsUnsupportedAndNamesTheField(String parts, String field) {
    List<Item> items = Samples.splitText(Samples.message("\"id\": \"wamid.1\", " + parts));
    assertThat(items).hasSize(1);
    Interaction contact = ((Item.Contact) items.get(0)).interaction();
    assertThat(contact.kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(contact.key().nativeId()).isEqualTo("wamid.1");
    assertThat(contact.data()).containsEntry("unsupported.field", field);
  }

  @Test
  void numbersWhereTextsAreExpectedKeepEveryDigit() {
    String parts =
        "\"id\": 12345678901234567890123, \"type\": \"text\", \"text\": {\"body\": 0.10}";
    Interaction contact =
        ((Item.Contact) Samples.splitText(Samples.message(parts)).get(0)).interaction();
    assertThat(contact.key().nativeId()).isEqualTo("12345678901234567890123");
    assertThat(contact.text()).isEqualTo("0.10");
    assertThat(Samples.interaction("number-as-text").conversation().orElseThrow().id())
        .isEqualTo("447700900123");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\\ud83d\"", "\"a\\u0000b\"", "\"a\\nb\""})
  void anIdThatNoKeyCanHoldIsReplacedByItsDigest(String id) {
    List<Item> items = Samples.splitText(Samples.message("\"id\": " + id + ", " + TEXT));
    assertThat(items.get(0).event().item().nativeId()).matches("sha256:[0-9a-f]{64}");
    assertThat(items.get(0)).isInstanceOf(Item.Contact.class);
  }

  @Test
  void anEndlessIdIsReplacedByItsDigestWhereverItStands() {
    String id = "w".repeat(ItemKey.MAX_ID_BYTES + 1);
    Item created = Samples.splitText(Samples.message("\"id\": \"" + id + "\", " + TEXT)).get(0);
    Item removed =
        Samples.splitText(
                Samples.message(
                    "\"id\": \"x\", \"type\": \"revoke\", \"revoke\": {\"original_message_id\": \""
                        + id
                        + "\"}"))
            .get(0);
    assertThat(created.event().item().nativeId()).matches("sha256:[0-9a-f]{64}");
    assertThat(removed.event().item()).isEqualTo(created.event().item());
    assertThat(removed.event().change()).isEqualTo("removed:x");
  }

  @Test
  void halfCharactersInATextAreReplaced() {
    String parts =
        "\"id\": \"1\", \"type\": \"text\", \"text\": {\"body\": \"a\\ud83db \\ud83d\\ude00\"}";
    Interaction contact =
        ((Item.Contact) Samples.splitText(Samples.message(parts)).get(0)).interaction();
    assertThat(contact.text()).isEqualTo("a\uFFFDb 😀");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"\"",
        "\"soon\"",
        "{}",
        "true",
        "-1",
        "0",
        "1199145600",
        "99999999999",
        "1e999999999",
        "1e-999999999",
        "NaN",
        "\"99999999999999999999\"",
        "\"2008-12-31T23:59:59Z\""
      })
  void atAnAbsurdTimeTheReceiptCounts(String timestamp) {
    String parts = "\"id\": \"1\", \"timestamp\": " + timestamp + ", " + TEXT;
    Interaction contact =
        ((Item.Contact) Samples.splitText(Samples.message(parts)).get(0)).interaction();
    assertThat(contact.occurredAt()).isEqualTo(Samples.RECEIVED_AT);
    assertThat(contact.data()).containsEntry("time.replaced", "timestamp");
  }

  @Test
  void answersOfAnyShapeAreShown() {
    String parts =
        """
        "id": "1", "type": "interactive", "interactive": {"nfm_reply": {"response_json":
          {"a": null, "b": [1, [true, {"c": 2}]], "d": {"e": {"f": "g"}}}}}
        """;
    Interaction contact =
        ((Item.Contact) Samples.splitText(Samples.message(parts)).get(0)).interaction();
    assertThat(contact.text()).isEqualTo("a: \nb: 1, true, {\"c\":2}\nd.e.f: g");
  }

  @Test
  void messagesThatAreNoArrayCountAsOneElement() {
    String body =
        Samples.webhook("messages", "\"messages\": {\"from\": \"447700900123\", \"id\": \"1\"}");
    assertThat(Samples.splitText(body))
        .hasSize(1)
        .first()
        .satisfies(item -> assertThat(item.path()).isEqualTo("entry[0].changes[0].value.messages"));
    String text = Samples.webhook("messages", "\"messages\": \"none\"");
    assertThat(Samples.splitText(text).get(0)).isInstanceOf(Item.Unreadable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"entry\": 5}",
        "{\"entry\": [null]}",
        "{\"entry\": [{\"changes\": [\"x\"]}]}",
        "{\"entry\": [{\"changes\": [{\"field\": \"messages\", \"value\": 5}]}]}",
        "{\"entry\": [{\"changes\": [{\"field\": \"messages\", \"value\": [5]}]}]}",
        "{\"entry\": [{\"changes\": [{\"field\": \"history\", \"value\":"
            + " {\"history\": [{\"threads\": [7]}]}}]}]}"
      })
  void aLevelOfTheWrongTypeIsParked(String body) {
    List<Item> items = Samples.splitText(body);
    assertThat(items).hasSize(1);
    assertThat(items.get(0))
        .isInstanceOfSatisfying(
            Item.Unreadable.class,
            unreadable ->
                assertThat(unreadable.reason())
                    .startsWith("entry")
                    .endsWith(", expected an object"));
  }
}
