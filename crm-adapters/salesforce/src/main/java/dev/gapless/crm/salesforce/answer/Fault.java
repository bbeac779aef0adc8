// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.answer;

import dev.gapless.http.entry.SafeName;
import java.util.List;

/**
 * One complaint of an answer.
 *
 * @param code the platform's own word, as {@code UNABLE_TO_LOCK_ROW}; empty if it gave none
 * @param message what it says about it; may quote anything, so it is compared and never repeated
 * @param fields the API names of the fields it is about
 */
public record Fault(String code, String message, List<String> fields) {
  public Fault {
    fields = fields.stream().map(SafeName::of).filter(name -> !name.isEmpty()).toList();
  }

  @Override
  public String toString() {
    return "Fault[" + SafeName.of(code) + " " + fields + "]";
  }
}
