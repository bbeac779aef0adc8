// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.config.Settings;
import dev.gapless.http.graph.GraphAnswer;
import dev.gapless.http.graph.GraphCall;
import dev.gapless.http.graph.setup.Findings;
import dev.gapless.http.payload.Fields;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks at the phone numbers by their ids: whether they belong to the account, may be used, and are
 * well thought of. The numbers themselves are not asked for.
 */
final class NumberCheck {
  private static final String FIELDS = "id,status,quality_rating";
  private static final int MOST_PAGES = 50;

  private final Platform platform;
  private final Set<String> wanted;
  private final Optional<String> account;

  NumberCheck(Platform platform) {
    Settings settings = platform.settings();
    this.platform = platform;
    this.wanted = new LinkedHashSet<>(settings.list(WhatsAppOptions.NUMBERS));
    this.account = settings.optionalText(WhatsAppOptions.BUSINESS_ACCOUNT);
  }

  void run(Findings found) {
    if (account.isPresent()) {
      inAccount(account.get(), found).ifPresent(numbers -> compare(numbers, found));
    } else {
      wanted.forEach(id -> ask(id, found).ifPresent(number -> judge(id, number, found)));
    }
  }

  private void compare(Map<String, JsonNode> numbers, Findings found) {
    wanted.stream()
        .filter(id -> !numbers.containsKey(id))
        .forEach(
            id ->
                found.problem(
                    subject(id),
                    "does not belong to the business account",
                    "Correct phone-number-ids or waba-id"));
    numbers.forEach(
        (id, number) -> {
          if (wanted.isEmpty() || wanted.contains(id)) {
            judge(id, number, found);
          }
        });
  }

  private static void judge(String id, JsonNode number, Findings found) {
    NumberStates.find("status", Fields.text(number, "status").orElse(""))
        .ifPresent(state -> state.tell(subject(id), found));
    NumberStates.find("quality_rating", Fields.text(number, "quality_rating").orElse(""))
        .ifPresent(state -> state.tell(subject(id), found));
  }

  /** All numbers of the account; empty if one of its pages cannot be had. */
  private Optional<Map<String, JsonNode>> inAccount(String id, Findings found) {
    Map<String, JsonNode> numbers = new TreeMap<>();
    GraphCall call = GraphCall.get(id, "phone_numbers").with("fields", FIELDS).with("limit", "100");
    for (int page = 0; page < MOST_PAGES; page++) {
      Optional<GraphAnswer> answer = send("business account", call, found);
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      for (JsonNode number : answer.get().json().path("data")) {
        numbers.put(number.path("id").asText(), number);
      }
      Optional<String> next = answer.get().next();
      if (next.isEmpty()) {
        break;
      }
      call = call.page(next.get());
    }
    return Optional.of(numbers);
  }

  private Optional<JsonNode> ask(String id, Findings found) {
    GraphCall call = GraphCall.get(id).with("fields", FIELDS);
    return send(subject(id), call, found).map(GraphAnswer::json);
  }

  private Optional<GraphAnswer> send(String subject, GraphCall call, Findings found) {
    return platform
        .access()
        .flatMap(access -> found.answered(subject, platform.api().send(call, access)));
  }

  private static String subject(String id) {
    return "phone number id " + id;
  }
}
