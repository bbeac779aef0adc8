// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.crm;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Refusal;
import java.util.Map;

/** What the CRM says about a look-up of entries. */
public sealed interface LookupAnswer {
  /**
   * @param entries the records found, each verified to carry our key
   */
  record Found(Map<ItemKey, CrmRefs> entries) implements LookupAnswer {
    public Found {
      entries = Map.copyOf(entries);
    }
  }

  /** The CRM did not answer the question. */
  record Refused(Refusal refusal) implements LookupAnswer {}
}
