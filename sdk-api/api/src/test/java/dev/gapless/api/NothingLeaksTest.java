// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.api.config.Secret;
import dev.gapless.api.crm.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever a value is concatenated into, its content stays out of it. */
class NothingLeaksTest {
  private static final String CANARY = "canary-4711";

  private static final Party PARTY =
      new Party(Optional.of(CANARY), List.of(new Identifier(Identifier.PHONE, CANARY)));
  private static final Interaction INTERACTION =
      Interaction.builder(new ItemKey("", "whatsapp", "", "message", "m1"), Instant.EPOCH)
          .text(CANARY)
          .author(PARTY)
          .customer(PARTY)
          .conversation(new Conversation(CANARY, List.of(CANARY + "2")))
          .data(Map.of("note", CANARY))
          .attachments(
              List.of(
                  new Attachment(
                      "image", Optional.of(CANARY), Optional.of(CANARY), Optional.empty())))
          .build();

  @Test
  void valuesPrintNoContent() {
    List<Object> values =
        List.of(
            INTERACTION,
            new EventKey(new ItemKey("", "c", CANARY, "s", CANARY), "edited:" + CANARY),
            PARTY,
            INTERACTION.conversation().orElseThrow(),
            INTERACTION.attachments(),
            new Item.Contact("entry[0]", "created", INTERACTION),
            new Entry(INTERACTION, 1, Optional.empty(), CrmRefs.none()),
            Secret.of(CANARY),
            new WebhookRequest(
                "POST",
                Map.of("hub.verify_token", List.of(CANARY)),
                Map.of("Authorization", List.of(CANARY)),
                CANARY.getBytes(StandardCharsets.UTF_8)));
    assertThat(values).allSatisfy(value -> assertThat(value.toString()).doesNotContain(CANARY));
  }
}
