// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.api.Identifier;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.channel.Enricher;
import dev.gapless.http.graph.GraphApi;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Display names of people who write in private, where webhooks have only ids. */
final class Names {
  static final List<String> TYPES = List.of(Identifier.FACEBOOK_PSID, Identifier.INSTAGRAM_IGSID);

  private final GraphApi api;
  private final Tokens tokens;
  private final Accounts accounts;

  Names(Platform platform) {
    this.api = platform.api();
    this.tokens = platform.tokens();
    this.accounts = platform.accounts();
  }

  Enricher.Answer of(Map<ItemKey, Party> wanted) {
    Map<ItemKey, String> found = new HashMap<>();
    for (Map.Entry<Account, Map<ItemKey, String>> each : byAccount(wanted).entrySet()) {
      AccountNames names =
          new AccountNames(api, tokens.of(each.getKey().id(), each.getKey().page()), each.getKey());
      Optional<Refusal> refusal = names.find(each.getValue().values());
      if (refusal.isPresent()) {
        return new Enricher.Answer.Refused(refusal.get());
      }
      each.getValue().forEach((key, id) -> names.of(id).ifPresent(name -> found.put(key, name)));
    }
    return new Enricher.Answer.Found(found);
  }

  /** The id to look for, by the account that may see it and the item that asks. */
  private Map<Account, Map<ItemKey, String>> byAccount(Map<ItemKey, Party> wanted) {
    Map<Account, Map<ItemKey, String>> ids = new LinkedHashMap<>();
    wanted.forEach(
        (key, party) ->
            party.identifiers().stream()
                .filter(one -> TYPES.contains(one.type()))
                .findFirst()
                .ifPresent(
                    one ->
                        ids.computeIfAbsent(
                                accounts.find(
                                    key.account(), one.type().equals(Identifier.INSTAGRAM_IGSID)),
                                any -> new LinkedHashMap<>())
                            .put(key, one.value())));
    return ids;
  }
}
