// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.entry;

import java.util.Set;

/**
 * A field that a profile writes.
 *
 * @param role what stands in it, as {@code occurredAt}
 * @param name its API name
 * @param type its type in a describe
 * @param length the most characters it must be able to hold; 0 if its type has no length
 * @param when when it is written
 * @param isKey whether it keeps entries from being written twice
 */
public record ProfileField(
    String role, String name, String type, int length, When when, boolean isKey) {
  private static final Set<String> TEXTS =
      Set.of("string", "textarea", "combobox", "picklist", "url", "email", "phone");

  /** When a field is written. */
  public enum When {
    /** With the entry, never again. */
    CREATE,
    /** With the entry and with each change: the field is ours. */
    OWN,
    /** With the entry, and with a change unless an agent has changed it. */
    TEXT
  }

  ProfileField named(String other) {
    return new ProfileField(role, other, type, length, when, isKey);
  }

  /** Whether a field of that type can hold what we write. */
  public boolean accepts(String described) {
    return described.equals(type) || (TEXTS.contains(type) && TEXTS.contains(described));
  }
}
