// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import dev.gapless.api.Identifier;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.channel.Enricher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A platform that knows its people's names. */
final class FakeNames implements Enricher {
  final Map<String, String> names = new HashMap<>();
  final List<List<String>> asked = new ArrayList<>();
  final Set<String> poison = new HashSet<>();
  Optional<Refusal> refusal = Optional.empty();
  Runnable beforeAnswer = () -> {};

  @Override
  public Answer names(Map<ItemKey, Party> wanted) {
    List<String> ids =
        wanted.values().stream()
            .flatMap(party -> party.identifiers().stream())
            .map(Identifier::value)
            .toList();
    asked.add(ids);
    beforeAnswer.run();
    if (refusal.isPresent()) {
      return new Answer.Refused(refusal.get());
    }
    if (ids.stream().anyMatch(poison::contains)) {
      return new Answer.Refused(
          Refusal.of(Refusal.Category.INVALID, Refusal.Scope.ENTRY, "100", "unknown person"));
    }
    Map<ItemKey, String> found = new LinkedHashMap<>();
    wanted.forEach(
        (key, party) ->
            Optional.ofNullable(names.get(party.identifiers().get(0).value()))
                .ifPresent(name -> found.put(key, name)));
    return new Answer.Found(found);
  }

  @Override
  public List<String> identifierTypes() {
    return List.of("line_id");
  }
}
