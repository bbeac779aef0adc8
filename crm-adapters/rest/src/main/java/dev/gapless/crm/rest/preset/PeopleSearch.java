// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;
import dev.gapless.crm.rest.template.JsonTemplate;
import java.util.List;
import java.util.Optional;

/**
 * How people are found.
 *
 * @param request one call for many parties if {@code party} is there, else one call per party
 * @param party one party of a call for many
 * @param max most parties per call
 * @param needed the types of identifier a call for one party quotes; who lacks one is not asked for
 * @param phoneFormats the forms of telephone numbers to try
 * @param parties where a call for many answers, one element per party in the order asked
 * @param people where the people of one party are
 * @param id where a person's id is
 * @param type what the CRM calls such a record
 * @param changedAt where the time of its last change is
 * @param noneWhen what else than an empty list means that there is nobody
 */
public record PeopleSearch(
    Request request,
    Optional<JsonTemplate> party,
    int max,
    List<String> needed,
    List<String> phoneFormats,
    JsonPointer parties,
    JsonPointer people,
    JsonPointer id,
    String type,
    Optional<JsonPointer> changedAt,
    Optional<Condition> noneWhen) {
  /** Whether there is one call for each form of a telephone number. */
  public boolean asksPerPhone() {
    return request.names("phone");
  }

  /** Whether a party without telephone number cannot be asked for. */
  public boolean needsPhone() {
    return asksPerPhone() || request.names("phones");
  }
}
