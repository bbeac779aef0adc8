// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.WriteOutcome;
import java.util.Optional;

/** What became of one candidate in a call. */
record Settled(Candidate candidate, Optional<CrmPerson> person, WriteOutcome outcome) {
  /** The records the call is known to have made. */
  CrmRefs refs() {
    if (outcome instanceof WriteOutcome.Written written) {
      return written.refs();
    } else if (outcome instanceof WriteOutcome.Refused refused) {
      return refused.refs();
    } else if (outcome instanceof WriteOutcome.Unknown unknown) {
      return unknown.refs();
    }
    return CrmRefs.none();
  }
}
