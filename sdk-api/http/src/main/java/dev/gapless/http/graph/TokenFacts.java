// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import dev.gapless.http.payload.Fields;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the platform knows about a token.
 *
 * @param invalid why it is no longer taken, if so
 * @param appId the app it was made for
 * @param ends when it ends; empty if it does not
 * @param dataEnds when the person's consent to read data ends; empty if it does not
 * @param scopes the permissions granted
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/debug_token">Debug
 *     token</a>
 */
public record TokenFacts(
    Optional<Refusal> invalid,
    Optional<String> appId,
    Optional<Instant> ends,
    Optional<Instant> dataEnds,
    Set<String> scopes) {

  public TokenFacts {
    scopes = Set.copyOf(scopes);
  }

  /** Reads the answer to {@link GraphApi#inspect}. */
  public static TokenFacts of(GraphAnswer answer) {
    JsonNode data = answer.json().path("data");
    Set<String> scopes = new TreeSet<>();
    data.path("scopes").forEach(scope -> scopes.add(scope.asText()));
    return new TokenFacts(
        Fields.isTrue(data, "is_valid") ? Optional.empty() : Optional.of(why(data)),
        Fields.text(data, "app_id"),
        instant(data.path("expires_at")),
        instant(data.path("data_access_expires_at")),
        scopes);
  }

  /** A subcode is called so here, unlike in other errors. */
  private static Refusal why(JsonNode data) {
    JsonNode error = data.path("error");
    GraphError invalid =
        new GraphError(190, error.path("subcode").asInt(0), false, Optional.empty());
    return ErrorTable.refusal(invalid, 400, Optional.empty());
  }

  private static Optional<Instant> instant(JsonNode seconds) {
    long value = seconds.asLong(0);
    return value > 0 && value < 253_402_300_800L
        ? Optional.of(Instant.ofEpochSecond(value))
        : Optional.empty();
  }
}
