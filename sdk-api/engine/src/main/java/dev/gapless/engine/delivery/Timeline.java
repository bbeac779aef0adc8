// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.CrmPerson;
import java.time.Instant;
import java.util.Optional;

/** Where one entry goes. */
sealed interface Timeline {
  /** The person's timeline, or the inbox if there is none. */
  record Of(Optional<CrmPerson> person) implements Timeline {}

  /** Nowhere, until somebody has acted on the reason. */
  record Park(String reason) implements Timeline {}

  /** That of a person who has to be made first. */
  record Make(Party party) implements Timeline {}

  /** Nowhere now: its person is made, or asked for together with others, in a later walk. */
  record Later() implements Timeline {}

  /** The person may exist: looked for again then. */
  record Wait(Instant until) implements Timeline {}

  /** The CRM would not make the person; the refusal is of this entry. */
  record NotMade(Refusal refusal) implements Timeline {}

  /** The person may have been made: the answer was lost. */
  record InDoubt(String reason) implements Timeline {}
}
