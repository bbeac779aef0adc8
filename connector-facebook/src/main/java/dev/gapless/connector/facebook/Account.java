// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import java.util.List;
import java.util.stream.Stream;

/**
 * One page or Instagram account of the company, as configured.
 *
 * @param page the page itself, or the one an Instagram account belongs to; blank if it is not said
 */
record Account(String id, String page, boolean instagram) {
  private static final char AT = '@';

  static Account page(String id) {
    return new Account(id, id, false);
  }

  /** An Instagram account, written as {@code id} or {@code id@page}. */
  static Account instagram(String text) {
    int at = text.indexOf(AT);
    return at < 0
        ? new Account(text, "", true)
        : new Account(text.substring(0, at), text.substring(at + 1), true);
  }

  /** What of it can be read back. */
  List<Source> sources() {
    if (!instagram) {
      return Stream.of(Reach.FEED, Reach.RATINGS, Reach.CONVERSATIONS)
          .map(reach -> new Source(reach, id, id, false))
          .toList();
    }
    Stream<Source> threads =
        page.isBlank()
            ? Stream.empty()
            : Stream.of(new Source(Reach.CONVERSATIONS, id, page, true));
    return Stream.concat(Stream.of(new Source(Reach.MEDIA, id, id, true)), threads).toList();
  }
}
