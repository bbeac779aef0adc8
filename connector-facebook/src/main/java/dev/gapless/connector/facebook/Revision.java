// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.api.Action;
import dev.gapless.api.EventKey;
import dev.gapless.api.Fullness;
import dev.gapless.api.Interaction;
import dev.gapless.http.payload.Digest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What happened to a public contact.
 *
 * @param change the event part of the key
 * @param at when; empty if it is the contact's own time
 */
record Revision(Action action, String change, Optional<Instant> at) {

  static final String UNKNOWN = "unknown-";

  private static final int LONGEST_WORD = 40;

  /** A change of a post, comment or review. */
  static Revision of(Action action, Element change, Subject subject, Content content) {
    return switch (action) {
      case CREATED -> new Revision(action, EventKey.CREATED, Optional.empty());
      case OBSERVED ->
          // What is read back is how it stands now, whenever it came to be so.
          new Revision(action, "observed:" + content.digest(), Optional.of(change.receivedAt()));
      case EDITED -> changed(action.label(), action, editedAt(change, subject), content.digest());
      case HIDDEN, SHOWN, REMOVED ->
          changed(action.label(), action, change.sentAt(), content.digest());
    };
  }

  /** That something names the page: told beside the post or comment itself, in any order. */
  static Revision mention() {
    return new Revision(Action.CREATED, "mention", Optional.empty());
  }

  /**
   * Something that this version does not know, of a contact that it may know. It is never taken for
   * the contact itself, nor for another such thing.
   */
  static Revision unknown(String what, Element change) {
    return changed(UNKNOWN + word(what), Action.CREATED, change.sentAt(), Digest.of(change.json()));
  }

  /**
   * A word of the platform's as part of a change, which may be printed; anything else is hidden.
   */
  static String word(String text) {
    return isWord(text) ? text : Digest.of(text);
  }

  private static boolean isWord(String text) {
    boolean fits = text.length() <= LONGEST_WORD;
    for (int i = 0; fits && i < text.length(); i++) {
      char one = text.charAt(i);
      fits = one < 0x80 && (Character.isLetterOrDigit(one) || one == '_' || one == '-');
    }
    return fits;
  }

  /**
   * The change under which a reading counts. One that is not full must not stand in the way of a
   * fuller one of the same contact, as a mention of a comment comes beside the comment itself.
   */
  static String change(String change, Interaction reading) {
    boolean whole = reading.fullness() == Fullness.FULL || !change.equals(EventKey.CREATED);
    return whole ? change : change + ":" + reading.fullness().name().toLowerCase(Locale.ROOT);
  }

  /** When an edit was made. A post's last update is also that of what stands below it. */
  private static Optional<Instant> editedAt(Element change, Subject subject) {
    return change
        .time(change.json().path("edited_time"))
        .or(
            () ->
                subject.isPost()
                    ? change.time(change.json().path("post").path("updated_time"))
                    : Optional.empty())
        .or(change::sentAt);
  }

  private static Revision changed(String word, Action action, Optional<Instant> at, String digest) {
    String when = at.map(time -> Long.toString(time.toEpochMilli())).orElse("");
    return new Revision(action, word + ":" + when + ":" + digest, at);
  }
}
