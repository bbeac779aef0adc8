// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.crm;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Refusal;

/** What became of one entry of a batch. Every variant that may have made records carries them. */
public sealed interface WriteOutcome {
  /**
   * The CRM has the entry.
   *
   * @param refs the records, with the entry's id
   * @param alreadyThere true if the record existed before this call and was verified to carry our
   *     key; it may then hold an earlier state, and the engine updates it if need be
   */
  record Written(CrmRefs refs, boolean alreadyThere) implements WriteOutcome {}

  /** The CRM said no, and certainly did not write the entry. */
  record Refused(Refusal refusal, CrmRefs refs) implements WriteOutcome {}

  /**
   * The CRM did not come to this entry: halted before it, rolled back with others. Costs no attempt
   * and no back-off.
   *
   * @param reason for the log
   */
  record NotTried(String reason) implements WriteOutcome {}

  /**
   * Nobody knows: time-out, reset, an error after sending, no word in the answer.
   *
   * @param reason for the log and the parked list
   */
  record Unknown(String reason, CrmRefs refs) implements WriteOutcome {}

  /** Written by this call. */
  static WriteOutcome written(CrmRefs refs) {
    return new Written(refs, false);
  }

  /** Was there before this call, verified to carry our key. */
  static WriteOutcome alreadyThere(CrmRefs refs) {
    return new Written(refs, true);
  }

  /** Refused without any record made. */
  static WriteOutcome refused(Refusal refusal) {
    return new Refused(refusal, CrmRefs.none());
  }

  /** Unknown, with no record known of. */
  static WriteOutcome unknown(String reason) {
    return new Unknown(reason, CrmRefs.none());
  }
}
