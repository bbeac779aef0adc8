// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far back one sweep goes on. Lists come newest first; what stands on a page that is read
 * anyway is passed on whatever its age, for it may have been changed.
 *
 * @param since what happened before is known
 * @param oldestPost how old a post may be that can still have something new below it
 */
record Horizon(Instant since, Duration oldestPost, Instant now) {
  /** What changes has no time of its own, so what is not much older is looked at again. */
  static final Duration OVERLAP = Duration.ofHours(24);

  private static final List<String> TIMES = List.of("created_time", "updated_time", "timestamp");

  /** Whether the page of an account's list after this one can hold something new. */
  boolean reaches(Reach reach, JsonNode list) {
    return isWithin(reach.slack(oldestPost), list, List.of(reach.timeField));
  }

  /** The same for a list below an element. */
  boolean reachesBelow(Reach reach, JsonNode list) {
    return isWithin(reach.slackBelow(), list, TIMES);
  }

  /** Whether the last of a list is not older; what does not say when it was may be new. */
  private boolean isWithin(Duration slack, JsonNode list, List<String> fields) {
    JsonNode data = list.path("data");
    JsonNode last = data.path(data.size() - 1);
    List<Instant> times =
        fields.stream().map(last::path).map(this::time).flatMap(Optional::stream).toList();
    Instant edge = since.minus(slack);
    return times.isEmpty() || times.stream().anyMatch(at -> !at.isBefore(edge));
  }

  private Optional<Instant> time(JsonNode value) {
    return Element.TIMES.read(value, now);
  }
}
