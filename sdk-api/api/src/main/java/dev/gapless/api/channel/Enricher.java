// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.channel;

import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import java.util.List;
import java.util.Map;

/**
 * The ability to say who is behind ids that come without a name. Asked after the journal, in bulk,
 * and never for long: a contact is written without the name if it does not come in time.
 */
public interface Enricher {
  /**
   * Looks names up. Blocks until the platform has answered; never sleeps, retries or keeps a cache:
   * the engine remembers what was found and what was not.
   *
   * @param wanted at most 100, each the author or customer of the item it stands under
   */
  Answer names(Map<ItemKey, Party> wanted);

  /** What the platform says. */
  sealed interface Answer {
    /**
     * @param names display names by the item asked for; who is missing has none that we may see
     */
    record Found(Map<ItemKey, String> names) implements Answer {
      public Found {
        names = Map.copyOf(names);
      }

      /** Says how many, not who. */
      @Override
      public String toString() {
        return "Found[" + names.size() + "]";
      }
    }

    /** The platform did not answer the question. */
    record Refused(Refusal refusal) implements Answer {}
  }

  /** Whom it can name: the identifier types, as {@code facebook_psid}. */
  List<String> identifierTypes();
}
