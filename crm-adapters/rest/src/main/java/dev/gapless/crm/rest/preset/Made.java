// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import java.util.List;
import java.util.Optional;

/**
 * How the answer to a call that makes one record, other than an entry, is read.
 *
 * @param success what else a 2xx must show
 * @param id where the record's id is; empty if it does not matter
 * @param rules what answers mean, before those of whole calls
 */
public record Made(Optional<Condition> success, Optional<NewId> id, List<Rule> rules) {}
