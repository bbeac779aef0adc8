// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.http.payload.Fields;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The error an answer names. Its message is left out: it may quote what was sent.
 *
 * @param code the platform's code; -1 if it gives none
 * @param subcode 0 if it gives none
 * @param passing whether the platform says that it will pass
 * @param trace the id the platform's support asks for
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/error-handling">Handling
 *     errors</a>
 */
public record GraphError(int code, int subcode, boolean passing, Optional<String> trace) {
  private static final Pattern TRACE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** The error in an answer, whatever its status. */
  static Optional<GraphError> in(JsonNode answer) {
    JsonNode error = answer.path("error");
    return error.isObject() ? Optional.of(of(error)) : Optional.empty();
  }

  private static GraphError of(JsonNode error) {
    return new GraphError(
        error.path("code").asInt(-1),
        error.path("error_subcode").asInt(0),
        Fields.isTrue(error, "is_transient"),
        Fields.text(error, "fbtrace_id").filter(id -> TRACE.matcher(id).matches()));
  }

  /** {@code 190/463}, or the code alone. */
  String name() {
    return subcode == 0 ? String.valueOf(code) : code + "/" + subcode;
  }
}
