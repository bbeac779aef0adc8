// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.EnvelopeReader;
import dev.gapless.http.payload.Level;
import java.util.List;
import java.util.Optional;

/** What WhatsApp puts inside the envelope: values, and nothing in the lists of other platforms. */
final class Contents implements EnvelopeReader {
  private final Receipt receipt;

  Contents(Receipt receipt) {
    this.receipt = receipt;
  }

  @Override
  public boolean looksReceived(JsonNode json) {
    return Value.looksReceived(json);
  }

  @Override
  public Optional<List<Item>> bare(Level level, boolean open) {
    if (!Value.looksReceived(level.json())) {
      return Optional.empty();
    }
    Value bare = new Value(element(level));
    return !open || bare.carriesElements() ? Optional.of(bare.items()) : Optional.empty();
  }

  @Override
  public List<Item> value(Level value) {
    return new Value(element(value)).items();
  }

  @Override
  public List<Item> event(String list, Level element) {
    return element.json().isEmpty()
        ? List.of()
        : List.of(notice(element, list, NoticeTable.NOT_WHATSAPP));
  }

  @Override
  public Item notice(Level level, String kind, String rule) {
    return element(level).notice(kind, rule);
  }

  @Override
  public Item unexpectedType(Level level) {
    return element(level).unexpectedType();
  }

  private Element element(Level level) {
    return Element.of(level, receipt);
  }
}
