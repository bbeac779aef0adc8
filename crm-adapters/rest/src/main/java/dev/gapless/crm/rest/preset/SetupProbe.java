// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;

/**
 * The call of the set-up check; it must need the identity.
 *
 * @param request the call
 * @param needs what its answer must list
 */
public record SetupProbe(Request request, List<Need> needs) {
  /**
   * @param list where the answer lists what there is
   * @param what what the names are, as {@code field}
   * @param names all that must be there
   * @param remedy what somebody has to do for one that is missing
   */
  public record Need(JsonPointer list, String what, List<String> names, String remedy) {}
}
