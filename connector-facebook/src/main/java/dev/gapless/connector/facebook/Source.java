// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.api.channel.CatchUpSource;

/**
 * One thing of one account that is swept.
 *
 * @param account whose contacts they are, as in keys
 * @param owner whose list is asked for: the account, or the page an Instagram account belongs to
 */
record Source(Reach reach, String account, String owner, boolean instagram) {
  CatchUpSource described() {
    String object = instagram ? Contents.INSTAGRAM : Contents.PAGE;
    return new CatchUpSource(object + "/" + account + "/" + reach.edge, reach.limits);
  }
}
