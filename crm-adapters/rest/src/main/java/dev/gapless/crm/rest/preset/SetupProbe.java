// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Optional;

/**
 * The call of the set-up check; it must need the identity.
 *
 * @param request the call
 * @param success what else a 2xx must show
 * @param needs what its answer must list
 */
public record SetupProbe(Request request, Optional<Condition> success, List<Need> needs) {
  /**
   * @param list where the answer lists what there is
   * @param members whether that is an object whose members' names count
   * @param name where an element of the list has its name; without it the element is the name
   * @param what what the names are, as {@code field}
   * @param names all that must be there
   * @param remedy what somebody has to do for one that is missing
   */
  public record Need(
      JsonPointer list,
      boolean members,
      Optional<JsonPointer> name,
      String what,
      List<String> names,
      String remedy) {}
}
