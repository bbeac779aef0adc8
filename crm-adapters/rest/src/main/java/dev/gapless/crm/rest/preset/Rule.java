// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;
import dev.gapless.api.crm.Refusal;
import java.time.Duration;
import java.util.Optional;

/**
 * What a certain sort of answer means.
 *
 * @param when which answers
 * @param then what they mean
 * @param scope how far a refusal reaches
 * @param notProcessed whether even a 5xx of this sort proves that nothing was written
 * @param sameKey where an "already there" names the key it found; equal to ours, or it is none
 * @param code where the CRM's own code is
 * @param field where the CRM names the field it complains about
 * @param pause how long to wait if the answer does not say
 * @param remedy what somebody has to do
 */
public record Rule(
    Condition when,
    Verdict then,
    Refusal.Scope scope,
    boolean notProcessed,
    Optional<JsonPointer> sameKey,
    Optional<JsonPointer> code,
    Optional<JsonPointer> field,
    Optional<Duration> pause,
    Optional<String> remedy) {}
