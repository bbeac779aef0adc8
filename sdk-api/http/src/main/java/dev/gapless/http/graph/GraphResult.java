// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import dev.gapless.api.Refusal;
import java.util.Optional;

/** What became of a call. */
public sealed interface GraphResult {
  /** The platform did what was asked. */
  record Answered(GraphAnswer answer) implements GraphResult {}

  /** It did not, or we have no answer to say so. */
  sealed interface Unanswered extends GraphResult {
    /** Why; for {@link Lost} what it means to a call that only reads. */
    Refusal refusal();
  }

  /**
   * The platform certainly did nothing: it said no, or was not reached.
   *
   * @param error what it said, if it said it in its own way
   */
  record Refused(Refusal refusal, Optional<GraphError> error) implements Unanswered {}

  /** The platform may have done it; no answer came, or none that can be understood. */
  record Lost(Refusal refusal) implements Unanswered {}
}
