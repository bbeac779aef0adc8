// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Optional;

/**
 * A record that must be there before an entry: the ticket of its conversation.
 *
 * @param ref the name under which its id is kept and quoted, as <code>{{ref.ticket}}</code>
 * @param find the call that looks for it
 * @param entries where the records found are
 * @param id where a record found has its id
 * @param overlook which of them do not count
 * @param noneWhen what else than an empty list means that there is none
 * @param create how it is made
 */
public record Step(
    String ref,
    Request find,
    JsonPointer entries,
    JsonPointer id,
    Optional<Condition> overlook,
    Optional<Condition> noneWhen,
    Write create) {}
