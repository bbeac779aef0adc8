// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.crm;

import dev.gapless.api.Refusal;
import java.util.List;

/** What the CRM says about a search for people. */
public sealed interface PeopleAnswer {
  /**
   * @param matches per party asked for, in the same order, the people it may be: none, one or
   *     several
   */
  record Found(List<List<CrmPerson>> matches) implements PeopleAnswer {
    public Found {
      matches = matches.stream().map(List::copyOf).toList();
    }
  }

  /** The CRM did not answer the question. */
  record Refused(Refusal refusal) implements PeopleAnswer {}
}
