// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;
import dev.gapless.api.Refusal;
import java.util.Optional;

/**
 * What a certain sort of answer means.
 *
 * @param when which answers
 * @param then what they mean
 * @param scope how far a refusal reaches
 * @param notProcessed whether even a 5xx of this sort proves that nothing was written
 * @param proof what makes an "already there" ours
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
    Proof proof,
    Optional<JsonPointer> code,
    Optional<JsonPointer> field,
    Optional<Pause> pause,
    Optional<String> remedy) {
  /**
   * What makes an "already there" ours.
   *
   * @param among where the records found are listed; without it the answer is the record
   * @param sameKey where a record names its key; equal to ours, or it is none
   * @param id where the record has its id; without it, where a new one has it
   * @param ownId whether we chose the record's id, so that a conflict can only be about it
   */
  public record Proof(
      Optional<JsonPointer> among,
      Optional<JsonPointer> sameKey,
      Optional<JsonPointer> id,
      boolean ownId) {}
}
