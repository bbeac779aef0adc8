// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.channel;

import dev.gapless.api.Refusal;
import java.util.Optional;

/** What reading one page came to. */
public sealed interface CatchUpAnswer {
  /**
   * A page.
   *
   * @param body what {@link CatchUpReader#split} takes apart; stored as it is
   * @param next where to go on, at most 64 KiB in UTF-8; empty when the sweep is complete
   */
  // Never compared, and copied only at the border: a page may have megabytes.
  @SuppressWarnings("ArrayRecordComponent")
  record Page(byte[] body, Optional<String> next) implements CatchUpAnswer {
    @Override
    public String toString() {
      return "Page[" + body.length + " bytes" + (next.isPresent() ? ", more]" : ", the last]");
    }
  }

  /**
   * The platform did not give the page. What waiting helps is asked for again from the same cursor;
   * anything else ends this sweep, and what was held so far stays held for the next one.
   */
  record Refused(Refusal refusal) implements CatchUpAnswer {}
}
