// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.call;

import dev.gapless.http.Token;

/**
 * A token and the place where it counts.
 *
 * @param instance where the org lives, without a slash at the end; may change with each token
 */
record Session(Token token, String instance) {}
