// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What the levels of nesting above an element say about it.
 *
 * @param object what the webhook is about, as {@code whatsapp_business_account}
 * @param entryId the business account's id
 * @param field the name of the change
 */
record Frame(Optional<String> object, Optional<String> entryId, Optional<String> field) {
  private static final String WHATSAPP = "whatsapp_business_account";

  static final Frame NONE = new Frame(Optional.empty(), Optional.empty(), Optional.empty());

  /** The frame inside a level; what the level does not say stays. */
  Frame inside(JsonNode level) {
    return new Frame(
        Fields.word(level, "object").or(() -> object),
        Fields.id(level, "id").or(() -> entryId),
        Fields.word(level, "field").or(() -> field));
  }

  /** Whether another of Meta's platforms speaks, as when a page's webhook has this address too. */
  boolean isForeign() {
    return object.filter(name -> !name.equals(WHATSAPP)).isPresent();
  }
}
