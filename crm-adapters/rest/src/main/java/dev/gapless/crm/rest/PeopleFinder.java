// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.PeopleAnswer;
import dev.gapless.crm.rest.preset.PeopleSearch;
import dev.gapless.crm.rest.template.JsonTemplate;
import dev.gapless.crm.rest.template.Rendering;
import dev.gapless.crm.rest.template.Value;
import dev.gapless.crm.rest.template.Values;
import dev.gapless.http.entry.PhoneCandidates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Asks the CRM for people, in as few calls as the preset allows. */
final class PeopleFinder {
  private static final String WHAT = "the search for people";

  private final Reads reads;
  private final PeopleSearch search;
  private final Rendering rendering;
  private final PhoneCandidates phones;

  PeopleFinder(Reads reads, PeopleSearch search, Rendering rendering, PhoneCandidates phones) {
    this.reads = reads;
    this.search = search;
    this.rendering = rendering;
    this.phones = phones;
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
      Optional<Refusal> refusal = ask(parties, some, matches);
      if (refusal.isPresent()) {
        return new PeopleAnswer.Refused(refusal.get());
      }
    }
    return new PeopleAnswer.Found(matches);
  }

  private Optional<Refusal> ask(
      List<Party> parties, List<Integer> some, List<List<CrmPerson>> matches) {
    for (Values values : questions(parties, some)) {
      Reads.Answer answer =
          reads.call(search.request(), values, search.noneWhen(), this::hasPeople, WHAT);
      if (answer instanceof Reads.Refused refused) {
        return Optional.of(refused.refusal());
      } else if (answer instanceof Reads.Found found && !fill(matches, some, found.body())) {
        return Optional.of(reads.unreadable(WHAT));
      }
    }
    return Optional.empty();
  }

  /** What the CRM calls people. */
  String type() {
    return search.type();
  }

  /** All forms of a party's numbers. */
  List<String> phones(Party party) {
    return new PhoneCandidates(phones.region(), PhoneCandidates.FORMATS).of(party);
  }

  /** A party's number as a record shall hold it: with country code, else as received. */
  Optional<String> phone(Party party) {
    return Stream.of("e164", "received")
        .flatMap(form -> new PhoneCandidates(phones.region(), List.of(form)).of(party).stream())
        .findFirst();
  }

  /** Whether the search can be asked for this party at all. */
  boolean canBeAskedFor(Party party) {
    return !party.identifiers().isEmpty()
        && !(search.needsPhone() && phones.of(party).isEmpty())
        && search.needed().stream()
            .allMatch(type -> party.identifiers().stream().anyMatch(i -> i.type().equals(type)));
  }

  /** One call; or one per form of the telephone number, whose answers are put together. */
  private List<Values> questions(List<Party> parties, List<Integer> some) {
    if (search.party().isEmpty()) {
      Party party = parties.get(some.get(0));
      List<String> forms = phones.of(party);
      return search.asksPerPhone()
          ? forms.stream().<Values>map(each -> values(party, Optional.of(each))).toList()
          : List.of(values(party, Optional.empty()));
    }
    JsonTemplate template = search.party().get();
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    some.forEach(
        i -> array.add(template.render(values(parties.get(i), Optional.empty()), rendering)));
    return List.of(Values.of("parties", new Value.Tree(array)));
  }

  private PartyValues values(Party party, Optional<String> phone) {
    return new PartyValues(party, phones.of(party), phone);
  }

  private boolean hasPeople(JsonNode body) {
    return search.party().isPresent()
        ? body.at(search.parties()).isArray()
        : body.at(search.people()).isArray();
  }

  /** An answer that does not fit the question, element by element, is no answer. */
  private boolean fill(List<List<CrmPerson>> matches, List<Integer> some, JsonNode body) {
    if (search.party().isEmpty()) {
      Set<CrmPerson> all = new LinkedHashSet<>(matches.get(some.get(0)));
      all.addAll(people(body.at(search.people())));
      matches.set(some.get(0), List.copyOf(all));
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
