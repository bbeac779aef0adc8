// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import dev.gapless.http.graph.GraphAccess;
import dev.gapless.http.graph.GraphApi;
import dev.gapless.http.graph.GraphCall;
import dev.gapless.http.graph.GraphResult;
import dev.gapless.http.payload.Fields;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that one account may see. Those who take part in its newest threads come first: one
 * call tells a hundred, and needs nobody's consent. Who is not among them is asked for by id, many
 * in one call; one person who does not consent has such a call refused as a whole, and then the
 * others are asked for in smaller ones.
 *
 * @see <a href="https://developers.facebook.com/docs/messenger-platform/identity/user-profile">User
 *     profile</a>
 */
final class AccountNames {
  private static final String NEWEST = "100";

  /** The most further calls for groups that were refused; what is left then stays nameless. */
  private static final int MOST_MORE = 40;

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
    if (!account.page().isBlank()) {
      GraphResult result = api.send(threads(), access);
      if (result instanceof GraphResult.Answered answered) {
        participants(answered.answer().json());
      } else if (!concernsOnlyThose((GraphResult.Unanswered) result)) {
        return Optional.of(((GraphResult.Unanswered) result).refusal());
      }
    }
    return ask(groups(ids.stream().distinct().filter(id -> !names.containsKey(id)).toList()));
  }

  private static Deque<List<String>> groups(List<String> ids) {
    Deque<List<String>> groups = new ArrayDeque<>();
    for (int i = 0; i < ids.size(); i += GraphCall.MOST_IDS) {
      groups.add(ids.subList(i, Math.min(ids.size(), i + GraphCall.MOST_IDS)));
    }
    return groups;
  }

  /** Asks for a group that was refused again in two halves, until who may be shown is known. */
  private Optional<Refusal> ask(Deque<List<String>> groups) {
    for (int more = MOST_MORE; !groups.isEmpty(); ) {
      List<String> group = groups.remove();
      GraphResult result = api.send(profiles(group), access);
      if (result instanceof GraphResult.Answered answered) {
        answered.answer().json().forEach(this::keep);
      } else if (!concernsOnlyThose((GraphResult.Unanswered) result)) {
        return Optional.of(((GraphResult.Unanswered) result).refusal());
      } else if (group.size() > 1 && more > 0) {
        int half = group.size() / 2;
        groups.add(group.subList(0, half));
        groups.add(group.subList(half, group.size()));
        more -= 2;
      }
    }
    return Optional.empty();
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

  private static boolean concernsOnlyThose(GraphResult.Unanswered result) {
    Refusal refusal = result.refusal();
    return refusal.scope() == Refusal.Scope.ENTRY && !refusal.category().retryable();
  }
}
