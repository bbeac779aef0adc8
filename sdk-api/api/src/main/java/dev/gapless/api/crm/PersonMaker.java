// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.crm;

import dev.gapless.api.Party;
import dev.gapless.api.Refusal;

/** The ability to create a person's record, for connections whose policy says so. */
public interface PersonMaker {
  /**
   * Creates a record for somebody whom {@link CrmAdapter#findPeople} has just not found. The engine
   * asks for one party at a time, and never twice while an answer is unknown: it looks first.
   */
  Answer make(Party party);

  /** What creating one record came to. */
  sealed interface Answer {
    /** The record, or the one that the CRM says is there already. */
    record Made(CrmPerson person) implements Answer {}

    /** The CRM will not have it. */
    record Refused(Refusal refusal) implements Answer {}

    /**
     * It may exist.
     *
     * @param detail what happened, without content
     */
    record Unknown(String detail) implements Answer {}
  }
}
