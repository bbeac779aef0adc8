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
import java.util.regex.Pattern;

/**
 * What happened to a public contact.
 *
 * @param change the event part of the key
 * @param at when; empty if it is the contact's own time
 */
record Revision(Action action, String change, Optional<Instant> at) {

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{0,40}");

  /**
   * A change of a feed item. Its time is that of the edit if the platform says it, else that of the
   * post's last update, else that of the entry.
   */
  static Revision of(Action action, Element change, Content content) {
    return switch (action) {
      case CREATED -> new Revision(action, EventKey.CREATED, Optional.empty());
      case OBSERVED ->
          // What is read back is how it stands now, whenever it came to be so.
          new Revision(action, "observed:" + content.digest(), Optional.of(change.receivedAt()));
      case EDITED, HIDDEN, SHOWN, REMOVED -> changed(action.label(), action, change, content);
    };
  }

  /** A change that this version does not know, of a contact that it does. */
  static Revision unknown(String verb, Element change, Content content) {
    return changed("unknown-" + word(verb), Action.CREATED, change, content);
  }

  /**
   * A word of the platform's as part of a change, which may be printed; anything else is hidden.
   */
  static String word(String text) {
    return WORD.matcher(text).matches() ? text : Digest.of(text);
  }

  /**
   * The change under which a reading counts. One that is not full must not stand in the way of a
   * fuller one of the same contact, as a mention of a comment comes beside the comment itself.
   */
  static String change(String change, Interaction reading) {
    boolean whole = reading.fullness() == Fullness.FULL || !change.equals(EventKey.CREATED);
    return whole ? change : change + ":" + reading.fullness().name().toLowerCase(Locale.ROOT);
  }

  private static Revision changed(String word, Action action, Element change, Content content) {
    Optional<Instant> at =
        change
            .time(change.json().path("edited_time"))
            .or(() -> change.time(change.json().path("post").path("updated_time")))
            .or(change::sentAt);
    String when = at.map(time -> Long.toString(time.toEpochMilli())).orElse("");
    return new Revision(action, word + ":" + when + ":" + content.digest(), at);
  }
}
