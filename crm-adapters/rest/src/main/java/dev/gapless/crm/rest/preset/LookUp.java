// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Optional;

/**
 * How entries are found by our key.
 *
 * @param request the call, with {@code {{keys}}}
 * @param max most keys per call
 * @param maxAddress most characters of the whole address
 * @param entries where the entries found are
 * @param key where an entry has our key
 * @param keyWithin whether the key is a part of that text
 * @param id where an entry has its id
 * @param noneWhen what else than an empty list means that there is none
 */
public record LookUp(
    Request request,
    int max,
    int maxAddress,
    JsonPointer entries,
    JsonPointer key,
    boolean keyWithin,
    JsonPointer id,
    Optional<Condition> noneWhen) {}
