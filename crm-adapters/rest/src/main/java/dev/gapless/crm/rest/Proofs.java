// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.crm.rest.CallResult.Answered;
import dev.gapless.crm.rest.preset.Rule;
import dev.gapless.http.entry.SafeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the record that an "already there" is about: only one that carries our key is ours. */
final class Proofs {
  private Proofs() {}

  /** The record that names one of our keys, among those the answer shows. */
  static Optional<JsonNode> record(Rule rule, Answered answer, Set<String> keys) {
    JsonNode found = rule.proof().among().map(at -> answer.body().at(at)).orElse(answer.body());
    JsonPointer place = rule.proof().sameKey().orElseThrow();
    for (JsonNode record : rule.proof().among().isPresent() ? found : List.of(found)) {
      if (keys.contains(record.at(place).asText(""))) {
        return Optional.of(record);
      }
    }
    return Optional.empty();
  }

  /** The code of a conflict about somebody else's record. */
  static String code(Rule rule, Answered answer) {
    return rule.code().map(at -> SafeName.of(answer.body().at(at).asText(""))).orElse("");
  }
}
