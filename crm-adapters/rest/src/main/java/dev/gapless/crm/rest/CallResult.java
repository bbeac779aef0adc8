// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What became of one call to the CRM. */
sealed interface CallResult {
  /**
   * The CRM answered.
   *
   * @param body the answer; a missing node if it is no whole JSON
   * @param retryAfter how long the answer asks us to wait
   * @param location where the answer says a new record is; untrusted
   * @param at when it came
   */
  record Answered(
      int status,
      JsonNode body,
      Optional<Duration> retryAfter,
      Optional<String> location,
      Instant at)
      implements CallResult {
    boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /** What it says about one entry of several. */
    Answered part(int ownStatus, JsonNode own) {
      return new Answered(ownStatus, own, Optional.empty(), Optional.empty(), at);
    }
  }

  /** The CRM certainly did nothing: it was not reached, or did not look at the request. */
  record NotDone(Refusal refusal) implements CallResult {}

  /** The answer was lost; the CRM may have done it. */
  record Lost(String reason) implements CallResult {}
}
