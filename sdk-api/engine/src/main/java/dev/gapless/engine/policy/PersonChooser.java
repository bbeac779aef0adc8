// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.policy;

import dev.gapless.api.Party;
import dev.gapless.api.crm.CrmPerson;
import java.util.List;
import java.util.Optional;

/**
 * The application's say where several people match, for connections whose policy is {@link
 * PeoplePolicy.Several#ASK}. Asked on a delivery thread, by several at once, and again for every
 * entry that is written anew, so it answers quickly and equally.
 */
@FunctionalInterface
public interface PersonChooser {
  /**
   * Says whose timeline it is.
   *
   * @param matches two or more, in the order of the CRM
   * @return one of them; empty parks the entry for somebody to decide, and so does an exception or
   *     a person who is not among them
   */
  Optional<CrmPerson> choose(Party party, List<CrmPerson> matches);
}
