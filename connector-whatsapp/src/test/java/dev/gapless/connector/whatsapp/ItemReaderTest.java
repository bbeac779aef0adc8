// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Body;
import dev.gapless.http.payload.Frame;
import dev.gapless.http.payload.Level;
import dev.gapless.http.payload.Place;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ItemReaderTest {
  @Test
  void aMistakeOfOursParksTheElementWithoutQuotingIt() {
    Receipt receipt =
        new Receipt("", Optional.empty(), Samples.RECEIVED_AT, Body.read(Samples.bytes("text")));
    Element element =
        Element.of(
            new Level(
                new Place(JsonNodeFactory.instance.textNode("words"), "entry[0]"), Frame.NONE),
            receipt);
    List<Item> items =
        ItemReader.one(
                any -> {
                  throw new IllegalStateException(any.json().asText());
                })
            .read(element);
    assertThat(items).hasSize(1);
    assertThat(((Item.Unreadable) items.get(0)).reason())
        .isEqualTo("entry[0] could not be read: IllegalStateException");
  }
}
