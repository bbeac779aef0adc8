// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Body;
import dev.gapless.http.payload.Digest;
import dev.gapless.http.payload.Envelope;
import dev.gapless.http.payload.Fields;
import dev.gapless.http.payload.Keys;
import java.time.Instant;
import java.util.Optional;

/** What all elements of one body share. */
final class Receipt {
  private final String tenant;
  private final Optional<String> fallbackAccount;
  private final Instant receivedAt;
  private final Body body;

  Receipt(String tenant, Optional<String> fallbackAccount, Instant receivedAt, Body body) {
    this.tenant = tenant;
    this.fallbackAccount = fallbackAccount;
    this.receivedAt = receivedAt;
    this.body = body;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  Body body() {
    return body;
  }

  /** The parts of a key that come from outside the element: the account is its phone number id. */
  Keys keys(JsonNode value, Optional<String> entryId) {
    Optional<String> named = Fields.id(value.path("metadata"), "phone_number_id");
    return new Keys(
        tenant,
        WhatsAppConnectorProvider.NAME,
        named.or(() -> fallbackAccount).or(() -> entryId).orElse(""));
  }

  /** The one item of a body that cannot be read at all. */
  Item unreadable(byte[] raw) {
    return new Keys(tenant, WhatsAppConnectorProvider.NAME, fallbackAccount.orElse(""))
        .unreadable(Envelope.ROOT, Digest.of(raw), body.problem().orElse("body is unreadable"));
  }
}
