// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.EventKey;
import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.WebhookReceiver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final WebhookReceiver READER = Connectors.reader("whatsapp", Optional.of("42"));

  private static final String MESSAGE =
      """
      {"from":"447700900201","id":"wamid.A","timestamp":"1763640000","type":"text","text":{"body":"Zoë"}}""";
  private static final String STATUS =
      """
      {"id":"wamid.B","status":"failed","timestamp":"1763640001","recipient_id":"447700900202"}""";
  private static final String ECHO =
      """
      {"from":"447700900100","to":"447700900202","id":"wamid.C","timestamp":"1763640002","type":"text","text":{"body":"Hi"}}""";
  private static final String VALUE =
      """
      {"messaging_product":"whatsapp","messages":[%s]}"""
          .formatted(MESSAGE);
  private static final String CHANGE =
      """
      {"field":"messages","value":%s}"""
          .formatted(VALUE);
  private static final String ENTRY =
      """
      {"id":"1","changes":[%s]}"""
          .formatted(CHANGE);

  @ParameterizedTest
  @ValueSource(strings = {MESSAGE, "[" + MESSAGE + "]", "\uFEFF" + MESSAGE})
  void readsAMessageWithoutEnvelopeAsInOne(String bare) {
    assertThat(contacts(bare)).isEqualTo(contacts(enveloped(ENTRY))).hasSize(1);
  }

  @Test
  void readsEveryPartOfAnEnvelopeAsTheWhole() {
    List<Object> whole = contacts(enveloped(ENTRY));

    assertThat(contacts(VALUE)).isEqualTo(whole);
    assertThat(contacts(CHANGE)).isEqualTo(whole);
    assertThat(contacts(ENTRY)).isEqualTo(whole);
  }

  @Test
  void readsAStatusAndAnEchoWhereTheyBelong() {
    assertThat(events(STATUS)).containsExactly("wamid.B status:failed");
    assertThat(contacts(ECHO).toString()).contains("out");
  }

  @Test
  void keepsTheOrderOfAMixedArrayAndLosesNothing() {
    String strange = "{\"colour\":\"blue\"}";
    String mixed =
        "[" + String.join(",", STATUS, MESSAGE, strange, VALUE, CHANGE, ENTRY, ECHO) + "]";

    assertThat(items(mixed)).hasSize(7);
    assertThat(events(mixed).subList(0, 2))
        .containsExactly("wamid.B status:failed", "wamid.A created");
    assertThat(items(mixed).get(2)).isInstanceOf(Item.Unreadable.class);
  }

  @Test
  void putsAnAccountOnWhatNamesNone() {
    assertThat(items(MESSAGE).get(0).event().item().account()).isEqualTo("42");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"object\":\"whatsapp_business_account\",\"entry\":[]}",
        "{ \"entry\" : [ ] }",
        "{\"messaging_product\":\"whatsapp\",\"to\":\"447700900201\",\"type\":\"text\"}",
        "{\"messaging_product\":\"whatsapp\",\"contacts\":[],\"messages\":[{\"id\":\"wamid.X\"}]}",
        "{\"id\":\"g\",\"subject\":\"Planning\",\"participants\":[{\"wa_id\":\"447700900201\"}]}",
        "{\"from\":\"447700900201\",\"id\":\"a\",\"event\":\"connect\",\"timestamp\":\"1\"}",
        "[]",
        "{}",
        "\"text\"",
        "17",
        "{\"from\":\"1\",\"id\":\"a\",\"id\":\"b\",\"timestamp\":\"1\"}",
        "{\"from\":\"1\",\"id\":\"a\"",
        ""
      })
  void leavesEverythingElseAsItIsToTheByte(String body) {
    assertThat(Envelope.around(body.getBytes(UTF_8))).isEqualTo(body.getBytes(UTF_8));
  }

  @Test
  void leavesBytesThatAreNoTextToTheConnector() {
    byte[] bytes = {(byte) 0xFF, (byte) 0xFE, 0, 0x7B};

    assertThat(Envelope.around(bytes)).isEqualTo(bytes);
  }

  private static String enveloped(String entry) {
    return "{\"object\":\"whatsapp_business_account\",\"entry\":[" + entry + "]}";
  }

  private static List<Item> items(String body) {
    return READER.split(Envelope.around(body.getBytes(UTF_8)), NOW);
  }

  private static List<Object> contacts(String body) {
    return items(body).stream()
        .map(item -> (Item.Contact) item)
        .map(
            contact ->
                List.<Object>of(
                    contact.event(),
                    contact.interaction().direction().label(),
                    contact.interaction()))
        .map(Object.class::cast)
        .toList();
  }

  private static List<String> events(String body) {
    return items(body).stream().map(Item::event).map(EnvelopeTest::shown).toList();
  }

  private static String shown(EventKey event) {
    return event.item().nativeId() + " " + event.change();
  }
}
