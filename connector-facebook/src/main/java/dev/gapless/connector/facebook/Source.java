// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.api.channel.CatchUpSource;
import dev.gapless.http.graph.GraphCall;

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

  /** What reads the page that comes next. */
  GraphCall call(Cursor cursor) {
    return cursor
        .next()
        .map(where -> reach.below(where, cursor.most()))
        .orElseGet(() -> reach.outer(owner, instagram, cursor));
  }

  /** Whether lists below go on after the page that comes along. */
  boolean goesDeeper() {
    return !(instagram && reach == Reach.CONVERSATIONS);
  }
}
