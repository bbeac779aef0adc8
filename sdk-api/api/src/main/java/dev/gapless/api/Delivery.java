// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

import java.time.Instant;
import java.util.Optional;

/**
 * One item on its way to one destination, as the journal holds it at the moment of asking.
 *
 * @param destination name of the CRM connection; for what is not an entry, the kind stands before
 *     it, as in {@code media/whatsapp}
 * @param kind what is delivered: {@link #ENTRY}, {@link #MEDIA}, {@link #FILE} or {@link #NAME}
 * @param lane the unit of order it belongs to
 * @param subject the item
 * @param state where it stands
 * @param due when it is tried next; meaningful while {@link State#WAITING}
 * @param announced since when a call for it may be on its way with no answer known
 * @param attempts refusals counted against it so far
 * @param refs the CRM records made so far
 * @param reason why it is parked or ignored; never contains message text
 */
public record Delivery(
    String destination,
    String kind,
    String lane,
    ItemKey subject,
    State state,
    Instant due,
    Optional<Instant> announced,
    int attempts,
    CrmRefs refs,
    Optional<String> reason) {

  /** A timeline entry on its way to a CRM. */
  public static final String ENTRY = "entry";

  /** The files of a contact, fetched from its platform. */
  public static final String MEDIA = "media";

  /** Files of a contact that are fetched, handed to a CRM. */
  public static final String FILE = "file";

  /** The name of a person that came without one, asked of the platform. */
  public static final String NAME = "name";

  /** Where a delivery stands. Every event of its item counts in the books under this state. */
  public enum State {
    /** Not yet in the CRM, or changed since. */
    WAITING,
    /** The CRM has the newest state. */
    WRITTEN,
    /** Set aside with a reason a person can act on; replayable. */
    PARKED,
    /** Left out by a named rule, as {@code deleted in CRM}. */
    IGNORED
  }
}
