// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.intake;

import dev.gapless.api.Interaction;
import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;
import dev.gapless.engine.journal.Rank;
import java.time.Instant;
import java.util.List;

/**
 * A genuine webhook body and the items it was split into.
 *
 * @param connection name of the configured channel
 * @param rank how urgent it is as a whole; single events may be less
 */
// Never compared, and copied only at the border: a webhook body may have megabytes.
@SuppressWarnings("ArrayRecordComponent")
public record Receipt(
    String connection, Instant receivedAt, byte[] body, List<Item> items, Rank rank) {
  /** The same receipt with one item in place of all, for what could not be taken apart. */
  Receipt parkedWhole(Throwable defect) {
    return new Receipt(
        connection, receivedAt, body, List.of(Reading.broken(connection, body, defect)), rank);
  }

  Rank rank(Interaction event) {
    if (event.kind() == Kind.STATUS) {
      return Rank.STATUS;
    }
    return event.isHistory() ? Rank.HISTORY : rank;
  }

  @Override
  public String toString() {
    return "Receipt[" + connection + ", " + items.size() + " items]";
  }
}
