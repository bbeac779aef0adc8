// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.crm.CrmPerson;
import java.util.Optional;

/** Where one entry goes. */
sealed interface Timeline {
  /** The person's timeline, or the inbox if there is none. */
  record Of(Optional<CrmPerson> person) implements Timeline {}

  /** Nowhere, until somebody has acted on the reason. */
  record Park(String reason) implements Timeline {}
}
