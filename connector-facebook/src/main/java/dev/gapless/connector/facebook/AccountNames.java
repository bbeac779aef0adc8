// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import dev.gapless.http.graph.GraphAccess;
import dev.gapless.http.graph.GraphAnswer;
import dev.gapless.http.graph.GraphApi;
import dev.gapless.http.graph.GraphCall;
import dev.gapless.http.graph.GraphResult;
import dev.gapless.http.payload.Fields;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that one account may see. Those who take part in its newest threads come first: one
 * call tells a hundred, and needs nobody's consent. Who is not among them is asked for by id, many
 * in one call; there one person who does not consent costs all others their answer.
 *
 * @see <a href="https://developers.facebook.com/docs/messenger-platform/identity/user-profile">User
 *     profile</a>
 */
final class AccountNames {
  private static final String NEWEST = "100";

  private final GraphApi api;
  private final GraphAccess access;
  private final Account account;
  private final Map<String, String> names = new HashMap<>();

  AccountNames(GraphApi api, GraphAccess access, Account account) {
    this.api = api;
    this.access = access;
    this.account = account;
  }

  /** Looks for names; says why if nobody can be asked at all. */
  Optional<Refusal> find(Collection<String> ids) {
    Optional<Refusal> refusal =
        account.page().isBlank() ? Optional.empty() : ask(threads(), this::participants);
    List<String> left = ids.stream().distinct().filter(id -> !names.containsKey(id)).toList();
    for (int i = 0; refusal.isEmpty() && i < left.size(); i += GraphCall.MOST_IDS) {
      List<String> some = left.subList(i, Math.min(left.size(), i + GraphCall.MOST_IDS));
      refusal = ask(profiles(some), json -> json.forEach(this::keep));
    }
    return refusal;
  }

  Optional<String> of(String id) {
    return Optional.ofNullable(names.get(id));
  }

  private GraphCall threads() {
    return GraphCall.get(account.page(), "conversations")
        .with("platform", account.instagram() ? "instagram" : "messenger")
        .with("fields", "participants")
        .with("limit", NEWEST);
  }

  private GraphCall profiles(List<String> ids) {
    return GraphCall.many(ids)
        .with("fields", account.instagram() ? "name,username" : "first_name,last_name");
  }

  private void participants(JsonNode threads) {
    for (JsonNode thread : threads.path("data")) {
      thread.path("participants").path("data").forEach(this::keep);
    }
  }

  private void keep(JsonNode person) {
    String whole =
        Stream.of("first_name", "last_name")
            .flatMap(part -> Fields.text(person, part).stream())
            .collect(Collectors.joining(" "));
    Optional<String> name =
        Fields.text(person, "name")
            .or(() -> Optional.of(whole).filter(text -> !text.isEmpty()))
            .or(() -> Fields.text(person, "username"));
    Fields.id(person, "id").ifPresent(id -> name.ifPresent(text -> names.put(id, text)));
  }

  /** A refusal that concerns only what was asked for leaves it nameless. */
  private Optional<Refusal> ask(GraphCall call, Consumer<JsonNode> reader) {
    GraphResult result = api.send(call, access);
    if (result instanceof GraphResult.Answered answered) {
      GraphAnswer answer = answered.answer();
      reader.accept(answer.json());
      return Optional.empty();
    }
    Refusal refusal = ((GraphResult.Unanswered) result).refusal();
    boolean nobody = refusal.scope() == Refusal.Scope.ENTRY && !refusal.category().retryable();
    return nobody ? Optional.empty() : Optional.of(refusal);
  }
}
