// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Body;
import dev.gapless.http.payload.Digest;
import dev.gapless.http.payload.Envelope;
import dev.gapless.http.payload.Keys;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What all elements of one body share. */
final class Receipt {
  private final String tenant;
  private final Accounts accounts;
  private final Instant receivedAt;
  private final Body body;

  Receipt(String tenant, Accounts accounts, Instant receivedAt, Body body) {
    this.tenant = tenant;
    this.accounts = accounts;
    this.receivedAt = receivedAt;
    this.body = body;
  }

  Accounts accounts() {
    return accounts;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  /** Whether some bytes of the body had to be replaced. */
  boolean repaired() {
    return body.repaired();
  }

  Keys keys(String account) {
    return new Keys(tenant, FacebookConnectorProvider.NAME, account);
  }

  /** At least one item, of whatever the body is; none of a page with nothing on it. */
  List<Item> items(byte[] raw) {
    if (body.problem().isPresent()) {
      Keys keys = keys(accounts.of(Optional.empty()));
      return List.of(keys.unreadable(Envelope.ROOT, Digest.of(raw), body.problem().get()));
    }
    return Fetched.isEmptyPage(body.json())
        ? List.of()
        : Envelope.items(body.json(), new Contents(this));
  }
}
