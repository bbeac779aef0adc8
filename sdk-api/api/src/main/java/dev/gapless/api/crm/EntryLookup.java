// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.crm;

import dev.gapless.api.ItemKey;
import java.util.List;

/**
 * The ability to find entries by our key in the CRM's source of truth (never a search index). An
 * adapter whose {@link Once} is {@link Once.Confirmed} must have it.
 */
public interface EntryLookup {
  /**
   * Looks for entries. A key that is missing from the answer is "not visible now"; the engine
   * believes that only after {@link Once.Confirmed#visibleAfter()}. Read-only.
   */
  LookupAnswer lookUp(List<ItemKey> keys);
}
