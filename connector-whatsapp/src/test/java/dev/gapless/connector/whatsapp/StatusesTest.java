// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Action;
import dev.gapless.api.DeliveryStatus;
import dev.gapless.api.Direction;
import dev.gapless.api.Fullness;
import dev.gapless.api.Interaction;
import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusesTest {
  @Test
  void eachStatusIsAnEventOfTheMessage() {
    List<Item> items = Samples.split("statuses");
    assertThat(items)
        .extracting(item -> item.event().change())
        .containsExactly("status:sent", "status:read", "status:delivered", "status:played");
    assertThat(items)
        .extracting(item -> item.event().item())
        .containsOnly(items.get(0).event().item());
    assertThat(items)
        .extracting(item -> ((Item.Contact) item).interaction().status().orElseThrow())
        .containsExactly(
            DeliveryStatus.SENT,
            DeliveryStatus.READ,
            DeliveryStatus.DELIVERED,
            DeliveryStatus.PLAYED);
  }

  @Test
  void aStatusSaysNothingButItself() {
    Interaction status = ((Item.Contact) Samples.split("statuses").get(0)).interaction();
    assertThat(status.kind()).isEqualTo(Kind.STATUS);
    assertThat(status.action()).isEqualTo(Action.OBSERVED);
    assertThat(status.direction()).isEqualTo(Direction.OUT);
    assertThat(status.fullness()).isEqualTo(Fullness.PLACEHOLDER);
    assertThat(status.key().space()).isEqualTo("message");
    assertThat(status.text()).isEmpty();
    assertThat(status.conversation()).isEqualTo(Samples.interaction("text").conversation());
    assertThat(status.data()).containsEntry("callback_data", "crm-entry-7");
  }

  @Test
  void aFailureSaysWhy() {
    Interaction failed = Samples.interaction("status-failed");
    assertThat(failed.status()).contains(DeliveryStatus.FAILED);
    assertThat(failed.text()).isEmpty();
    assertThat(failed.data())
        .containsEntry("error.code", "131047")
        .containsEntry("error.title", "Re-engagement message")
        .containsEntry("error.details", "More than 24 hours have passed.")
        .containsEntry("error.2.code", "131026");
  }

  @Test
  void inAGroupEveryMemberHasAStatus() {
    List<Item> items = Samples.split("status-group");
    assertThat(items)
        .extracting(item -> item.event().item())
        .hasSize(2)
        .containsOnly(items.get(0).event().item());
    assertThat(items.get(0).event().change()).isNotEqualTo(items.get(1).event().change());
    assertThat(items)
        .allSatisfy(item -> assertThat(item.event().change()).startsWith("status:read:"));
    assertThat(items)
        .extracting(item -> ((Item.Contact) item).interaction().conversation().orElseThrow().id())
        .containsOnly("120363000000000001@g.us");
  }

  @Test
  void aRecipientWithoutANumberIsKnownByTheUserId() {
    assertThat(Samples.split("status-user-id"))
        .allSatisfy(
            item -> {
              Interaction status = ((Item.Contact) item).interaction();
              assertThat(status.conversation().orElseThrow().id()).isEqualTo(Samples.ADA_ID);
              assertThat(status.conversation().orElseThrow().aliases())
                  .containsExactly(Samples.ADA_PARENT);
              assertThat(status.customer().orElseThrow().name()).contains("Ada Example");
            });
  }

  @Test
  void anUnknownValueIsCounted() {
    assertThat(Samples.notice("status-unknown").rule()).isEqualTo("unknown-status");
  }

  @Test
  void aStatusThatNamesNothingIsParked() {
    Item item =
        Samples.splitText(Samples.webhook("messages", "\"statuses\": [{\"status\": \"read\"}]"))
            .get(0);
    assertThat(item)
        .isInstanceOfSatisfying(
            Item.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("value.statuses[0]", "(id)"));
  }
}
