// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Conversation;
import dev.gapless.api.DeliveryStatus;
import dev.gapless.api.Direction;
import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusesTest {
  @Test
  void everyMessageNamedHasItsStatus() {
    List<Item> items = Samples.split("delivery");
    assertThat(items).hasSize(2);
    assertThat(items)
        .extracting(Item::path)
        .containsExactly(
            "entry[0].messaging[0].delivery.mids[0]", "entry[0].messaging[0].delivery.mids[1]");
    Item.Contact first = (Item.Contact) items.get(0);
    assertThat(first.change()).isEqualTo("status:delivered");
    assertThat(first.interaction().key()).isEqualTo(Samples.interaction("echo").key());
    assertThat(first.interaction().kind()).isEqualTo(Kind.STATUS);
    assertThat(first.interaction().direction()).isEqualTo(Direction.OUT);
    assertThat(first.interaction().status()).contains(DeliveryStatus.DELIVERED);
    assertThat(first.interaction().conversation()).contains(Conversation.of(Samples.ADA));
  }

  @Test
  void aMarkInTimeBelongsToTheThread() {
    Item.Contact read = Samples.contact("read");
    assertThat(read.change()).isEqualTo("read:1792000000000");
    assertThat(read.interaction().key().nativeId()).isEqualTo(Samples.ADA);
    assertThat(read.interaction().key().space()).isEqualTo("watermark");
    assertThat(read.interaction().status()).contains(DeliveryStatus.READ);
  }

  @Test
  void instagramNamesTheMessage() {
    Item.Contact seen =
        Samples.onlyContact(Samples.splitText(Samples.event("\"read\": {\"mid\": \"aWd1\"}")));
    assertThat(seen.change()).isEqualTo("status:read");
    assertThat(seen.interaction().key().nativeId()).isEqualTo("aWd1");
  }

  @Test
  void aStatusOfNothingIsParked() {
    List<Item> items =
        Samples.splitText(Samples.event("\"read\": {}, \"delivery\": {\"mids\": [3, {}, \"\"]}"));
    assertThat(items).hasSize(4);
    assertThat(items.get(0)).isInstanceOf(Item.Unreadable.class);
    assertThat(items.get(1)).isInstanceOf(Item.Contact.class);
    assertThat(items.subList(2, 4)).allMatch(Item.Unreadable.class::isInstance);
  }
}
