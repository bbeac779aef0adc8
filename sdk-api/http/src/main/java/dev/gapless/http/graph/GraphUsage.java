// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.http.HttpAnswer;
import dev.gapless.http.payload.Body;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How much of its limits a caller has used up, as the headers of an answer say. Headers that cannot
 * be read count as absent.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/overview/rate-limiting">Rate
 *     limits</a>
 */
public record GraphUsage(List<Reading> readings) {
  private static final List<String> FLAT = List.of("X-App-Usage", "X-Page-Usage");
  private static final String BY_OBJECT = "X-Business-Use-Case-Usage";
  private static final List<String> SHARES = List.of("call_count", "total_time", "total_cputime");
  private static final String REGAIN = "estimated_time_to_regain_access";

  /**
   * The use of one limit.
   *
   * @param limit the header, and the kind of use if it is told apart
   * @param object whose limit it is; empty for the app's or the token's own
   * @param percent the largest of the shares told, 100 and more = throttled
   * @param regain how long until calls are taken again; zero if they are taken now
   */
  public record Reading(String limit, String object, int percent, Duration regain) {}

  public GraphUsage {
    readings = List.copyOf(readings);
  }

  static GraphUsage of(HttpAnswer answer) {
    List<Reading> readings = new ArrayList<>();
    for (String header : FLAT) {
      json(answer, header).ifPresent(use -> readings.add(reading(header, "", use)));
    }
    json(answer, BY_OBJECT)
        .ifPresent(
            objects ->
                objects
                    .properties()
                    .forEach(
                        object -> readings.addAll(readings(object.getKey(), object.getValue()))));
    return new GraphUsage(readings);
  }

  /** The largest share of any limit; 0 if none is told. */
  public int percent() {
    return readings.stream().mapToInt(Reading::percent).max().orElse(0);
  }

  /** How long until calls are taken again, if the answer says that they are not. */
  public Optional<Duration> regain() {
    return readings.stream()
        .map(Reading::regain)
        .filter(wait -> !wait.isZero())
        .max(Comparator.naturalOrder());
  }

  private static List<Reading> readings(String object, JsonNode uses) {
    List<Reading> readings = new ArrayList<>();
    uses.forEach(
        use -> readings.add(reading(BY_OBJECT + " " + use.path("type").asText(), object, use)));
    return readings;
  }

  private static Reading reading(String limit, String object, JsonNode use) {
    int percent = SHARES.stream().mapToInt(share -> use.path(share).asInt(0)).max().orElse(0);
    int minutes = Math.max(0, Math.min(use.path(REGAIN).asInt(0), 7 * 24 * 60));
    return new Reading(limit, object, percent, Duration.ofMinutes(minutes));
  }

  private static Optional<JsonNode> json(HttpAnswer answer, String header) {
    return answer.header(header).flatMap(Body::inner).filter(JsonNode::isObject);
  }
}
