// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.DeliveryStatus;
import dev.gapless.api.Direction;
import dev.gapless.api.Fullness;
import dev.gapless.api.Interaction;
import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private final List<Item> items = Samples.split("history");

  @Test
  void everyMessageOfEveryThreadIsAnItem() {
    assertThat(items)
        .extracting(Item::path)
        .containsExactly(
            "entry[0].changes[0].value.history[0].threads[0].messages[0]",
            "entry[0].changes[0].value.history[0].threads[0].messages[1]",
            "entry[0].changes[0].value.history[0].threads[0].messages[2]",
            "entry[0].changes[0].value.history[0].threads[1].messages[0]");
    assertThat(items)
        .allSatisfy(
            item ->
                assertThat(((Item.Contact) item).interaction().data())
                    .containsEntry("source", "history"));
  }

  @Test
  void theSenderDecidesTheDirectionAndTheThreadTheCustomer() {
    assertThat(items)
        .extracting(item -> ((Item.Contact) item).interaction().direction())
        .containsExactly(Direction.OUT, Direction.OUT, Direction.IN, Direction.OUT);
    assertThat(items)
        .extracting(item -> ((Item.Contact) item).interaction().conversation().orElseThrow().id())
        .containsExactly(Samples.ADA, Samples.ADA, Samples.ADA, Samples.BEN);
    assertThat(interaction(0).conversation().orElseThrow().aliases())
        .containsExactly(Samples.ADA_ID);
  }

  @Test
  void whatWeSentKeepsItsStatus() {
    assertThat(interaction(0).status()).contains(DeliveryStatus.READ);
    assertThat(interaction(2).status()).isEmpty();
    assertThat(interaction(3).status()).contains(DeliveryStatus.FAILED);
  }

  @Test
  void aMessageSeenLiveAndImportedIsOneEvent() {
    assertThat(items.get(2).event().change()).isEqualTo("created");
  }

  @Test
  void mediaComesLaterForTheSameItem() {
    Interaction placeholder = interaction(1);
    assertThat(placeholder.kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(placeholder.fullness()).isEqualTo(Fullness.PLACEHOLDER);
    Item.Contact media = (Item.Contact) Samples.split("history-media").get(1);
    assertThat(media.interaction().key()).isEqualTo(placeholder.key());
    assertThat(media.interaction().fullness()).isEqualTo(Fullness.FULL);
    assertThat(media.interaction().direction()).isEqualTo(Direction.OUT);
    assertThat(media.event()).isNotEqualTo(items.get(1).event());
  }

  @Test
  void laterMediaOfTheCustomerIsInbound() {
    Interaction media = ((Item.Contact) Samples.split("history-media").get(0)).interaction();
    assertThat(media.direction()).isEqualTo(Direction.IN);
    assertThat(media.data()).containsEntry("source", "history");
  }

  @Test
  void aRefusalAndProgressAreNotices() {
    assertThat(Samples.notice("history-refused").rule()).isEqualTo("history-refused");
    assertThat(Samples.notice("history-progress").rule()).isEqualTo("history-progress");
  }

  @Test
  void withoutOurNumberTheThreadTellsWhoWrote() {
    String body =
        """
        {"entry": [{"changes": [{"field": "history", "value": {"history": [{"threads": [
          {"id": "447700900123", "messages": [
            {"from": "12025550100", "id": "wamid.a", "type": "text", "text": {"body": "ours"}},
            {"from": "447700900123", "id": "wamid.b", "type": "text", "text": {"body": "theirs"}},
            {"from_user_id": "GB.1", "id": "wamid.c", "type": "text", "text": {"body": "theirs"}}
          ]}]}]}}]}]}
        """;
    assertThat(Samples.splitText(body))
        .extracting(item -> ((Item.Contact) item).interaction().direction())
        .containsExactly(Direction.OUT, Direction.IN, Direction.IN);
  }

  private Interaction interaction(int index) {
    return ((Item.Contact) items.get(index)).interaction();
  }
}
