// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.WebhookReceiver;
import java.util.List;
import java.util.Map;

/** Whatever the bytes, they become items, and the same ones each time. See {@code mvn -Pfuzz}. */
public final class WhatsAppSplitFuzz {
  private static final WebhookReceiver RECEIVER = Samples.connector(Map.of());

  private WhatsAppSplitFuzz() {}

  /** Called with one input after the other. */
  public static void fuzzerTestOneInput(byte[] body) {
    List<Item> items = RECEIVER.split(body, Samples.RECEIVED_AT);
    assertThat(items).isNotEmpty().extracting(Item::path).doesNotHaveDuplicates();
    assertThat(RECEIVER.split(body, Samples.RECEIVED_AT))
        .extracting(Item::event)
        .isEqualTo(items.stream().map(Item::event).toList());
  }
}
