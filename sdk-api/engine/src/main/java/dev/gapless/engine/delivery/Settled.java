// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.WriteOutcome;
import java.util.Optional;

/** What became of one candidate in a call. */
record Settled(Candidate candidate, Optional<CrmPerson> person, WriteOutcome outcome) {}
