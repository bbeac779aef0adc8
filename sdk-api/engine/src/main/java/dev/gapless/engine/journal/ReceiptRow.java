// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

import java.time.Instant;

/** A webhook body as it was received, byte for byte. */
// Never compared, and copied only at the border: a webhook body may have megabytes.
@SuppressWarnings("ArrayRecordComponent")
public record ReceiptRow(long id, String connection, Instant receivedAt, byte[] body) {
  @Override
  public String toString() {
    return "ReceiptRow[" + id + " " + connection + ", " + body.length + " bytes]";
  }
}
