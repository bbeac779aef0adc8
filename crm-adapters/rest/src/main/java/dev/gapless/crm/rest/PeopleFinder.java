// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gapless.api.Party;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.PeopleAnswer;
import dev.gapless.crm.rest.preset.PeopleSearch;
import dev.gapless.crm.rest.template.JsonTemplate;
import dev.gapless.crm.rest.template.Rendering;
import dev.gapless.crm.rest.template.Value;
import dev.gapless.crm.rest.template.Values;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the CRM for people, in as few calls as the preset allows. */
final class PeopleFinder {
  private final Reads reads;
  private final PeopleSearch search;
  private final Rendering rendering;

  PeopleFinder(Reads reads, PeopleSearch search, Rendering rendering) {
    this.reads = reads;
    this.search = search;
    this.rendering = rendering;
  }

  PeopleAnswer find(List<Party> parties) {
    List<List<CrmPerson>> matches = new ArrayList<>();
    parties.forEach(party -> matches.add(List.of()));
    List<Integer> asked = new ArrayList<>();
    for (int i = 0; i < parties.size(); i++) {
      if (canBeAskedFor(parties.get(i))) {
        asked.add(i);
      }
    }
    int size = search.party().isPresent() ? search.max() : 1;
    for (int from = 0; from < asked.size(); from += size) {
      List<Integer> some = asked.subList(from, Math.min(from + size, asked.size()));
      Reads.Answer answer =
          reads.call(
              search.request(), values(parties, some), this::hasPeople, "the search for people");
      if (answer instanceof Reads.Refused refused) {
        return new PeopleAnswer.Refused(refused.refusal());
      }
      JsonNode body = ((Reads.Found) answer).body();
      if (!fill(matches, some, body)) {
        return new PeopleAnswer.Refused(reads.unreadable("the search for people"));
      }
    }
    return new PeopleAnswer.Found(matches);
  }

  private boolean canBeAskedFor(Party party) {
    return !party.identifiers().isEmpty()
        && search.needed().stream()
            .allMatch(type -> party.identifiers().stream().anyMatch(i -> i.type().equals(type)));
  }

  private Values values(List<Party> parties, List<Integer> some) {
    if (search.party().isEmpty()) {
      return new PartyValues(parties.get(some.get(0)));
    }
    JsonTemplate template = search.party().get();
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    some.forEach(i -> array.add(template.render(new PartyValues(parties.get(i)), rendering)));
    return Values.of("parties", new Value.Tree(array));
  }

  private boolean hasPeople(JsonNode body) {
    return search.party().isPresent()
        ? body.at(search.parties()).isArray()
        : body.at(search.people()).isArray();
  }

  /** An answer that does not fit the question, element by element, is no answer. */
  private boolean fill(List<List<CrmPerson>> matches, List<Integer> some, JsonNode body) {
    if (search.party().isEmpty()) {
      matches.set(some.get(0), people(body.at(search.people())));
      return true;
    }
    JsonNode results = body.at(search.parties());
    if (results.size() != some.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      JsonNode list = results.get(i).at(search.people());
      if (!list.isArray()) {
        return false;
      }
      matches.set(some.get(i), people(list));
    }
    return true;
  }

  private List<CrmPerson> people(JsonNode list) {
    List<CrmPerson> people = new ArrayList<>();
    for (JsonNode each : list) {
      String id = each.at(search.id()).asText("");
      if (!id.isBlank()) {
        people.add(new CrmPerson(id, search.type(), changedAt(each)));
      }
    }
    return people;
  }

  private Instant changedAt(JsonNode person) {
    return search
        .changedAt()
        .map(at -> person.at(at).asText(""))
        .flatMap(PeopleFinder::instant)
        .orElse(Instant.EPOCH);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
