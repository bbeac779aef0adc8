// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import dev.gapless.crm.salesforce.answer.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What became of one call. */
public sealed interface CallResult {
  /**
   * Salesforce, or something in its place, answered.
   *
   * @param body a missing node if it is no whole JSON
   * @param faults what it complains of
   * @param retryAfter how long it asks us to wait; Salesforce itself never says
   */
  record Answered(int status, JsonNode body, List<Fault> faults, Optional<Duration> retryAfter)
      implements CallResult {
    /** Whether the status is one of success. */
    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }
  }

  /** Certainly nothing was done: not sent, not admitted, or not looked at. */
  record NotDone(Refusal refusal) implements CallResult {}

  /** The answer was lost; it may have been done. */
  record Lost(String reason) implements CallResult {}
}
