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
 * @param parties where a call for many answers, one element per party in the order asked
 * @param people where the people of one party are
 * @param id where a person's id is
 * @param type what the CRM calls such a record
 * @param changedAt where the time of its last change is
 */
public record PeopleSearch(
    Request request,
    Optional<JsonTemplate> party,
    int max,
    List<String> needed,
    JsonPointer parties,
    JsonPointer people,
    JsonPointer id,
    String type,
    Optional<JsonPointer> changedAt) {}
