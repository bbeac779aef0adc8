// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.channel.Item;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeFormsTest {
  @Test
  void everyElementOfABatchIsAnItemInItsOrder() {
    assertThat(Samples.split("batch"))
        .extracting(Item::path)
        .containsExactly(
            "entry[0].changes[0].value.messages[0]",
            "entry[0].changes[0].value.messages[1]",
            "entry[0].changes[1].value",
            "entry[0].changes[2].value.messages[0]",
            "entry[0].changes[2].value.statuses[0]",
            "entry[1].changes[0].value.messages[0]");
  }

  @Test
  void eachNumberIsAnAccountOfItsOwn() {
    assertThat(Samples.split("batch"))
        .extracting(item -> item.event().item().account())
        .containsExactly(
            Samples.ACCOUNT,
            Samples.ACCOUNT,
            Samples.BUSINESS_ACCOUNT,
            Samples.ACCOUNT,
            Samples.ACCOUNT,
            "5550100200301");
  }

  @ParameterizedTest
  @CsvSource({
    "flat, entry[0].value.messages[0]",
    "bare-value, $.messages[0]",
    "without-field, entry[0].changes[0].value.messages[0]"
  })
  void theFormOfTheEnvelopeDoesNotMatter(String sample, String path) {
    Item.Contact contact = Samples.contact(sample);
    assertThat(contact.path()).isEqualTo(path);
    assertThat(contact.change()).isEqualTo("created");
  }

  @Test
  void formsMayBeMixed() {
    String message = "{\"from\": \"447700900123\", \"id\": \"%s\", \"type\": \"x\"}";
    String body =
        """
        [{"entry": [
           {"field": "messages", "value": {"messages": [%s]},
            "changes": [{"changes": [{"value": {"messages": [%s]}}]}],
            "messages": [%s]},
           {"messaging": [{}, {"sender": {"id": "1"}}]}]},
         {"field": "messages", "value": [{"messages": [%s]}, {"entry": {"changes": {"value":
           {"messages": %s}}}}]}]
        """
            .formatted(
                message.formatted("a"),
                message.formatted("b"),
                message.formatted("c"),
                message.formatted("d"),
                message.formatted("e"));
    List<Item> items = Samples.splitText(body);
    assertThat(items)
        .extracting(Item::path)
        .containsExactly(
            "[0].entry[0].value.messages[0]",
            "[0].entry[0].changes[0].changes[0].value.messages[0]",
            "[0].entry[0].messages[0]",
            "[0].entry[1].messaging[1]",
            "[1].value[0].messages[0]",
            "[1].value[1].entry.changes.value.messages");
    assertThat(items)
        .filteredOn(Item.Contact.class::isInstance)
        .extracting(item -> item.event().item().nativeId())
        .containsExactly("a", "b", "c", "d", "e");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "3",
        "\"text\"",
        "null",
        "true",
        "[1, null, {}]",
        "{\"error\": {\"code\": 190}}",
        "{\"messages\": [{\"id\": \"wamid.x\"}]}"
      })
  void whatIsNoWebhookIsOneNotice(String body) {
    assertOneNotice(body, "no-webhook");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"entry\": []}",
        "{\"entry\": null}",
        "{\"object\": \"whatsapp_business_account\"}",
        "{\"entry\": [{}]}",
        "{\"entry\": [{\"id\": \"1\", \"time\": 1}]}",
        "{\"entry\": [{\"messaging\": [{}]}]}",
        "{\"entry\": [{\"changes\": []}]}",
        "{\"entry\": [{\"changes\": [{\"field\": \"messages\"}]}]}",
        "{\"entry\": [{\"changes\": [{\"field\": \"messages\", \"value\": null}]}]}",
        "{\"entry\": [{\"changes\": [{\"field\": \"messages\", \"value\": {\"messages\": []}}]}]}"
      })
  void aWebhookWithoutElementsIsOneNotice(String body) {
    assertOneNotice(body, "empty");
  }

  @Test
  void anEntryWithoutValuesIsCounted() {
    assertOneNotice(
        "{\"entry\": [{\"id\": \"1\", \"changed_fields\": [\"x\"]}]}", "unknown-notice");
  }

  private static void assertOneNotice(String body, String rule) {
    List<Item> items = Samples.splitText(body);
    assertThat(items).hasSize(1);
    assertThat(((Item.Notice) items.get(0)).rule()).isEqualTo(rule);
  }
}
