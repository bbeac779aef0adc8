// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The CRM records made so far for one item, by role. A write in two steps (a ticket, then its
 * article) reports the first record even when the second step fails, and is handed it back when it
 * resumes.
 *
 * @param ids record id by role; the role {@value #ENTRY} stands for the timeline entry itself
 */
public record CrmRefs(Map<String, String> ids) {
  /** The role of the timeline entry. Once it is there, later changes are updates of this record. */
  public static final String ENTRY = "entry";

  private static final CrmRefs NONE = new CrmRefs(Map.of());

  public CrmRefs {
    ids = Collections.unmodifiableMap(new LinkedHashMap<>(ids));
  }

  /** No record yet. */
  public static CrmRefs none() {
    return NONE;
  }

  /** Only the timeline entry. */
  public static CrmRefs entry(String id) {
    return new CrmRefs(Map.of(ENTRY, id));
  }

  /** The id of the timeline entry, once it exists. */
  public Optional<String> entry() {
    return Optional.ofNullable(ids.get(ENTRY));
  }

  /** These and {@code newer}, where {@code newer} wins. */
  public CrmRefs and(CrmRefs newer) {
    Map<String, String> all = new LinkedHashMap<>(ids);
    all.putAll(newer.ids);
    return new CrmRefs(all);
  }
}
