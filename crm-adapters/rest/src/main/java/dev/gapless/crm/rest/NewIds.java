// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.crm.rest.CallResult.Answered;
import dev.gapless.crm.rest.preset.NewId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the id of a new record where the preset says it is. */
final class NewIds {
  private static final Pattern LAST_PART =
      Pattern.compile("[^?#]*?([A-Za-z0-9._~-]+)/?(?:[?#].*)?");

  private NewIds() {}

  /** The id that the answer shows; empty if it shows none. */
  static Optional<String> in(NewId shown, Answered answer) {
    if (shown instanceof NewId.At at) {
      return of(answer.body().at(at.pointer()));
    }
    return shown instanceof NewId.Location
        ? answer.location().flatMap(NewIds::lastPart)
        : Optional.empty();
  }

  /** A number or a text; {@code false} is how some CRMs say that there is none. */
  static Optional<String> of(JsonNode found) {
    boolean isId = found.isTextual() || found.isIntegralNumber();
    return Optional.of(found.asText("")).filter(text -> isId && !text.isBlank());
  }

  private static Optional<String> lastPart(String location) {
    Matcher match = LAST_PART.matcher(location);
    return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
  }
}
