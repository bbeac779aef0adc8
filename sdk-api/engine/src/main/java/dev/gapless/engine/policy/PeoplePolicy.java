// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.policy;

/**
 * What happens to an entry whose person is not found, or found more than once. Never a silent
 * choice.
 *
 * @param none when the CRM knows nobody with these identifiers
 * @param several when it knows more than one
 */
public record PeoplePolicy(None none, Several several) {
  /** Unknown people go to the inbox, doubtful ones to a person who decides. */
  public static final PeoplePolicy DEFAULT = new PeoplePolicy(None.INBOX, Several.PARK);

  /** When nobody is found. */
  public enum None {
    /** Write the entry without a person, to the inbox that the adapter is set up with. */
    INBOX,
    /** Set it aside until somebody has made the person. */
    PARK,
    /** Make the person; needs an adapter that is a {@link dev.gapless.api.crm.PersonMaker}. */
    CREATE
  }

  /** When several are found. */
  public enum Several {
    /** Set it aside until somebody has joined or corrected them. */
    PARK,
    /** The one whose record changed last. */
    NEWEST,
    /** The one that the connection's {@link PersonChooser} names. */
    ASK
  }
}
