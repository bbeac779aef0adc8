// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Map;
import java.util.Optional;

/**
 * How to see whether a CRM kept what was written, where it cuts or changes silently.
 *
 * @param request the call that reads the record; without it the answer to the write is looked at
 * @param same where the record shows what the body, or the form, held where
 * @param noneWhen what means that the record cannot be read yet
 */
public record ReadBack(
    Optional<Request> request, Map<JsonPointer, JsonPointer> same, Optional<Condition> noneWhen) {}
