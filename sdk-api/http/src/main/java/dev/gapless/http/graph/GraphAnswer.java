// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.http.HttpAnswer;
import dev.gapless.http.payload.Fields;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the Graph API answered: whole JSON that names no error. */
public final class GraphAnswer {
  /** Links to further pages repeat who asked: that stays out of what is kept. */
  private static final Set<String> CREDENTIALS =
      Set.of("access_token", "appsecret_proof", "appsecret_time", "input_token");

  private final HttpAnswer answer;
  private final JsonNode json;
  private final GraphUsage usage;

  GraphAnswer(HttpAnswer answer, JsonNode json, GraphUsage usage) {
    this.answer = answer;
    this.json = json;
    this.usage = usage;
  }

  /** An object or an array. */
  public JsonNode json() {
    return json;
  }

  /** The body as it came, for those who keep it; shared, not to be changed. */
  public byte[] body() {
    return answer.body();
  }

  /** What this answer says about the limits. */
  public GraphUsage usage() {
    return usage;
  }

  /** The version that answered, which is another one if the one asked for has ended. */
  public Optional<String> version() {
    return answer.header("facebook-api-version").filter(GraphVersion::isName);
  }

  /** The platform's clock when it answered. */
  public Optional<Instant> date() {
    return answer.header("Date").flatMap(GraphAnswer::instant);
  }

  /**
   * Where the next page begins, for {@link GraphCall#page}; empty if this is the last. A page may
   * be short or empty and still not be the last. Holds no token; not to be kept for long, for
   * cursors end.
   */
  public Optional<String> next() {
    return next(json);
  }

  /** The same for a list that stands inside the answer. */
  public static Optional<String> next(JsonNode list) {
    JsonNode paging = list.path("paging");
    return Fields.text(paging, "next").map(link -> cursor(link, paging));
  }

  private static String cursor(String link, JsonNode paging) {
    Map<String, String> parameters =
        new LinkedHashMap<>(Query.read(link.substring(link.indexOf('?') + 1)));
    parameters.keySet().removeAll(CREDENTIALS);
    Fields.text(paging.path("cursors"), "after")
        .ifPresent(after -> parameters.putIfAbsent("after", after));
    return Query.write(parameters);
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "GraphAnswer[" + answer + "]";
  }
}
