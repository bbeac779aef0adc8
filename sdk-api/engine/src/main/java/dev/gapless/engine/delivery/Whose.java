// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Refusal;
import java.util.List;

/** The answer to "whose timelines are these?". */
sealed interface Whose {
  /** One timeline per candidate, in their order. */
  record Known(List<Timeline> timelines) implements Whose {}

  /**
   * The CRM did not answer.
   *
   * @param about whose people the question was about
   * @param together how many people it was about, with those of nobody here
   */
  record Refused(Refusal refusal, List<Candidate> about, int together) implements Whose {}
}
