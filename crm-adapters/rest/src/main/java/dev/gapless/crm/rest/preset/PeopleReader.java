// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;
import dev.gapless.crm.rest.template.JsonTemplate;
import dev.gapless.crm.rest.template.Vocabulary;
import dev.gapless.http.entry.PhoneCandidates;
import java.util.List;
import java.util.Optional;

/** Reads {@code people}. */
final class PeopleReader {
  private static final String IDENTIFIER = "identifier.";
  private static final Vocabulary PARTY =
      Vocabulary.of("identifiers", "phones", "name", IDENTIFIER);
  private static final Vocabulary SEARCH =
      Vocabulary.of("parties", "identifiers", "phones", "phone", "name", IDENTIFIER);

  private final PresetNode node;

  PeopleReader(PresetNode node) {
    this.node = node;
  }

  PeopleSearch read() {
    Request request = RequestReader.read(node, "request", SEARCH);
    Optional<JsonTemplate> party = RequestReader.json(node, "party", PARTY);
    boolean quotesParties = request.body().filter(body -> body.names("parties")).isPresent();
    if (node.isSound() && party.isPresent() != quotesParties) {
      node.problem("party", "needs {{parties}} in the body, and {{parties}} needs party");
    }
    PresetNode answer = node.object("answer");
    PeopleSearch search =
        new PeopleSearch(
            request,
            party,
            node.integer("max", 1, 10_000, 100),
            needed(request),
            formats(),
            party.isPresent() ? answer.pointer("parties") : JsonPointer.empty(),
            answer.pointer("people"),
            answer.pointer("id"),
            answer.text("type"),
            answer.optionalPointer("changed-at"),
            answer.optionalObject("none-when").map(RuleReader::condition));
    answer.noOthers();
    node.noOthers();
    return search;
  }

  private List<String> formats() {
    List<String> wanted = node.texts("phone-formats", PhoneCandidates.FORMATS);
    return wanted.isEmpty() ? PhoneCandidates.FORMATS : wanted;
  }

  private static List<String> needed(Request request) {
    return request.path().names().stream()
        .filter(name -> name.startsWith(IDENTIFIER))
        .map(name -> name.substring(IDENTIFIER.length()))
        .distinct()
        .toList();
  }
}
