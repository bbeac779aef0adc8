// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** Reads faults from JSON; times are ISO-8601 durations, what is left out is in good health. */
final class FaultsJson {
  private FaultsJson() {}

  static Faults read(JsonNode json) {
    try {
      Faults.Builder builder = Faults.builder();
      for (Map.Entry<String, JsonNode> entry : json.properties()) {
        set(builder, entry.getKey(), entry.getValue());
      }
      return leavesAWayBack(builder.build());
    } catch (IllegalArgumentException e) {
      throw Rejection.badRequest("faults: " + e.getMessage());
    }
  }

  private static void set(Faults.Builder faults, String name, JsonNode value) {
    switch (name) {
      case "outage" -> faults.outage(outage(value));
      case "outageFor" -> faults.outageFor(duration(name, value));
      case "unique" -> faults.unique(flag(name, value));
      case "dropAnswerRate" -> faults.dropAnswerRate(number(name, value));
      case "lateCommitRate" -> faults.lateCommitRate(number(name, value));
      case "lateCommitMax" -> faults.lateCommitMax(duration(name, value));
      case "lateUpdates" -> faults.lateUpdates(flag(name, value));
      case "lookupLag" -> faults.lookupLag(duration(name, value));
      case "latencyPerCall" -> faults.latencyPerCall(duration(name, value));
      case "latencyPerRow" -> faults.latencyPerRow(duration(name, value));
      case "throttleEvery" -> faults.throttleEvery((int) number(name, value));
      case "lockRate" -> faults.lockRate(number(name, value));
      case "removedField" -> faults.removedField(field(value));
      case "quotaUsedUp" -> faults.quotaUsedUp(flag(name, value));
      case "tokenLifetime" -> faults.tokenLifetime(duration(name, value));
      case "expireTokensNow" -> faults.expireTokensNow(flag(name, value));
      default -> throw new IllegalArgumentException("unknown fault '" + name + "'");
    }
  }

  private static Faults leavesAWayBack(Faults faults) {
    if (faults.outage() == Faults.Outage.REFUSE && faults.outageFor().isZero()) {
      throw new IllegalArgumentException(
          "outage 'refuse' closes this door too; say with outageFor when it opens again");
    }
    return faults;
  }

  private static Faults.Outage outage(JsonNode value) {
    return switch (value.asText()) {
      case "none" -> Faults.Outage.NONE;
      case "unavailable" -> Faults.Outage.UNAVAILABLE;
      case "refuse" -> Faults.Outage.REFUSE;
      default -> throw new IllegalArgumentException("outage must be none, unavailable or refuse");
    };
  }

  private static Field field(JsonNode value) {
    return Field.of(value.asText())
        .orElseThrow(
            () -> new IllegalArgumentException("removedField is no field of the timeline"));
  }

  private static Duration duration(String name, JsonNode value) {
    try {
      return Duration.parse(value.asText());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(name + " must be a duration such as PT5S", e);
    }
  }

  private static boolean flag(String name, JsonNode value) {
    if (!value.isBoolean()) {
      throw new IllegalArgumentException(name + " must be true or false");
    }
    return value.booleanValue();
  }

  private static double number(String name, JsonNode value) {
    if (!value.isNumber()) {
      throw new IllegalArgumentException(name + " must be a number");
    }
    return value.doubleValue();
  }
}
