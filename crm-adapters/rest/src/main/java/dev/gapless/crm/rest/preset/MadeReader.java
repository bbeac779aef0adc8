// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import java.util.Optional;

/** Reads {@code answer} of calls that make one record other than an entry. */
final class MadeReader {
  private MadeReader() {}

  /** An answer that must show an id. */
  static Made read(PresetNode answer) {
    return read(answer, Optional.of(id(answer)));
  }

  /** An answer that may show one. */
  static Made readAny(PresetNode answer) {
    return read(answer, answer.tree("id").map(given -> id(answer)));
  }

  private static Made read(PresetNode answer, Optional<NewId> id) {
    Made made =
        new Made(
            answer.optionalObject("success").map(RuleReader::condition),
            id,
            RuleReader.rules(answer, "rules", Refusal.Scope.ENTRY));
    answer.noOthers();
    return made;
  }

  private static NewId id(PresetNode answer) {
    boolean isLocation =
        answer.tree("id").map(JsonNode::asText).filter("location"::equals).isPresent();
    return isLocation ? new NewId.Location() : new NewId.At(answer.pointer("id"));
  }
}
