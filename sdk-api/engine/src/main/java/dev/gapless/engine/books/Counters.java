// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.books;

import java.util.Optional;

/** The names under which events are counted, and the rules of the engine's own. */
public final class Counters {
  public static final String RECEIVED = "received";
  public static final String WRITTEN = "written";
  public static final String PARKED = "parked";
  public static final String IGNORED = "ignored";
  public static final String ERASED = "erased";
  public static final String WAITING = "waiting";

  /** Counted beside the books: events seen before. */
  public static final String REPEATS = "repeats";

  /** An event that adds nothing to the state. */
  public static final String NO_CHANGE = "no-change";

  /** A change of something never seen; counts when the original comes. */
  public static final String ORIGINAL_NOT_SEEN = "original-not-seen";

  /** A status that is folded but not written. */
  public static final String STATUS_FOLDED = "status-folded";

  /** The entry was deleted in the CRM; it is never written again. */
  public static final String DELETED_IN_CRM = "deleted-in-crm";

  /** What could not be read has been read by a later version, as other items. */
  public static final String READ_AGAIN = "read-again";

  /** A change of a contact whose content is not kept any more. */
  public static final String CONTENT_EXPIRED = "content-expired";

  /** It was parked until its key expired. */
  public static final String EXPIRED = "expired";

  private static final String GONE = "gone:";

  private Counters() {}

  /** The counter of one rule, beside {@link #IGNORED}. */
  public static String ignoredBy(String rule) {
    return IGNORED + ":" + rule;
  }

  /** What the rows that are not there any more counted, beside a counter that still counts them. */
  public static String gone(String counter) {
    return GONE + counter;
  }

  /** The counter beside which this one stands. */
  public static Optional<String> goneFrom(String counter) {
    return counter.startsWith(GONE)
        ? Optional.of(counter.substring(GONE.length()))
        : Optional.empty();
  }
}
