// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Refusal;
import java.util.List;

/** The answer to "whose timelines are these?". */
sealed interface Whose {
  /** One timeline per candidate, in their order. */
  record Known(List<Timeline> timelines) implements Whose {}

  /** The CRM did not answer. */
  record Refused(Refusal refusal) implements Whose {}
}
