// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.people;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.PeopleAnswer;
import dev.gapless.crm.salesforce.call.Purpose;
import dev.gapless.crm.salesforce.call.Query;
import dev.gapless.http.entry.PhoneCandidates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds many people in one call: a few questions per object, over every form of their telephone
 * numbers, their e-mail addresses and the fields that hold their other identifiers.
 */
public final class PeopleFinder {
  /** As many as entries in a call. */
  private static final int MOST = 200;

  /** A question about so few is not too long for anybody. */
  private static final int FEWEST = 50;

  private final Query query;
  private final List<PeopleQuestion> questions;
  private final Map<String, String> fields;
  private final PhoneCandidates phones;
  private final Accounts accounts;

  /** Less, once a question was too much: it would cost a refused call each time. */
  private volatile int most = MOST;

  /**
   * @param objects where people are, the most trusted first
   * @param fields by type of identifier, the field that holds it in each of the objects
   */
  public PeopleFinder(
      Query query,
      List<PersonObject> objects,
      Map<String, String> fields,
      PhoneCandidates phones,
      Accounts accounts) {
    this.query = query;
    this.questions =
        objects.stream().map(object -> new PeopleQuestion(object, fields.values())).toList();
    this.fields = fields;
    this.phones = phones;
    this.accounts = accounts;
  }

  /** The people behind each party, in the same order. */
  public PeopleAnswer find(List<Party> parties) {
    List<Wanted> wanted = parties.stream().map(party -> Wanted.of(party, phones, fields)).toList();
    List<Integer> asked = new ArrayList<>();
    List<List<CrmPerson>> matches = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      matches.add(List.of());
      if (!wanted.get(i).isEmpty()) {
        asked.add(i);
      }
    }
    for (int from = 0, to; from < asked.size(); from = to) {
      to = Math.min(from + most, asked.size());
      List<Integer> some = asked.subList(from, to);
      Optional<Refusal> refusal = ask(wanted, some, matches);
      if (refusal.isPresent()) {
        return new PeopleAnswer.Refused(refusal.get());
      }
    }
    return new PeopleAnswer.Found(matches);
  }

  /**
   * Asks for all of them in one call, each object in as many questions as it takes; or, where that
   * is too much, for each half.
   */
  private Optional<Refusal> ask(
      List<Wanted> wanted, List<Integer> some, List<List<CrmPerson>> matches) {
    List<Wanted> these = some.stream().map(wanted::get).toList();
    List<List<String>> texts =
        questions.stream().map(question -> question.texts(these, Query.LONGEST)).toList();
    List<String> all = texts.stream().flatMap(List::stream).toList();
    if (some.size() > 1 && all.size() > Query.MOST) {
      return halves(wanted, some, matches);
    }
    Query.Answer answer = query.ask(Purpose.PEOPLE, false, all);
    if (answer instanceof Query.Answer.Refused refused) {
      if (refused.refusal().scope() == Refusal.Scope.BATCH && some.size() > 1) {
        most = Math.max(FEWEST, Math.min(most, some.size() / 2));
        return halves(wanted, some, matches);
      }
      return Optional.of(refused.refusal());
    }
    List<List<JsonNode>> rows = byObject(texts, ((Query.Answer.Records) answer).ofEach());
    some.forEach(i -> matches.set(i, people(wanted.get(i), rows)));
    return Optional.empty();
  }

  private static List<List<JsonNode>> byObject(
      List<List<String>> texts, List<List<JsonNode>> rowsOfEach) {
    List<List<JsonNode>> rows = new ArrayList<>();
    int from = 0;
    for (List<String> ofOne : texts) {
      int to = from + ofOne.size();
      rows.add(rowsOfEach.subList(from, to).stream().flatMap(List::stream).toList());
      from = to;
    }
    return rows;
  }

  private Optional<Refusal> halves(
      List<Wanted> wanted, List<Integer> some, List<List<CrmPerson>> matches) {
    int half = some.size() / 2;
    return ask(wanted, some.subList(0, half), matches)
        .or(() -> ask(wanted, some.subList(half, some.size()), matches));
  }

  /** A converted lead and the contact it became are one person. */
  private List<CrmPerson> people(Wanted wanted, List<List<JsonNode>> rows) {
    Map<String, CrmPerson> people = new LinkedHashMap<>();
    for (int i = 0; i < questions.size(); i++) {
      PersonObject object = questions.get(i).object();
      for (JsonNode row : rows.get(i)) {
        if (wanted.fits(object, row)) {
          object
              .person(row)
              .ifPresent(
                  found -> {
                    accounts.learn(found);
                    people.putIfAbsent(found.person().id(), found.person());
                  });
        }
      }
    }
    return List.copyOf(people.values());
  }
}
