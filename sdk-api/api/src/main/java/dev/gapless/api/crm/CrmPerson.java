// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.crm;

import java.time.Instant;

/**
 * A person's record in the CRM.
 *
 * @param id the record's id
 * @param type what the CRM calls such a record, as {@code Contact}
 * @param changedAt when the record was last changed; {@link Instant#EPOCH} if the CRM does not say
 */
public record CrmPerson(String id, String type, Instant changedAt) {}
