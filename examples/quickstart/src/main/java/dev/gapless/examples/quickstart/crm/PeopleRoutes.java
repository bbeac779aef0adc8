// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The calls about people. */
final class PeopleRoutes {
  private static final int MOST = 200;

  private final People people;
  private final Timeline timeline;

  PeopleRoutes(People people, Timeline timeline) {
    this.people = people;
    this.timeline = timeline;
  }

  Map<String, Function<Call, Work>> table() {
    return Map.of(
        "POST /api/persons/search", this::search,
        "POST /api/persons", this::create,
        "POST /api/persons/{id}/merge", this::merge,
        "DELETE /api/persons/{id}", call -> Work.other(() -> delete(call.id())));
  }

  private Work search(Call call) {
    List<List<People.Identifier>> queries =
        call.objects("queries", MOST).stream().map(PeopleRoutes::identifiers).toList();
    return new Work(Work.Kind.OTHER, queries.size(), () -> found(queries));
  }

  private Answer found(List<List<People.Identifier>> queries) {
    return Answer.ok(
        Json.list("results", queries.stream().map(people::search).map(this::result).toList()));
  }

  private ObjectNode result(List<People.Person> found) {
    return Json.list("persons", found.stream().map(PeopleRoutes::json).toList());
  }

  private static ObjectNode json(People.Person person) {
    return Json.object()
        .put("id", person.id())
        .put("name", person.name())
        .put("updatedAt", person.updatedAt().toString());
  }

  private Work create(Call call) {
    JsonNode person = call.json();
    String name = Call.text(person, "name");
    List<People.Identifier> identifiers = identifiers(person);
    return Work.other(
        () -> Answer.of(201, Json.object().put("id", people.create(name, identifiers))));
  }

  private static List<People.Identifier> identifiers(JsonNode parent) {
    return Call.objects(parent, "identifiers", MOST).stream()
        .map(node -> new People.Identifier(Call.text(node, "type"), Call.text(node, "value")))
        .toList();
  }

  private Work merge(Call call) {
    String into = Call.text(call.json(), "into");
    return Work.other(() -> merged(call.id(), into));
  }

  private Answer merged(String id, String into) {
    if (!people.merge(id, into)) {
      return gone();
    }
    timeline.move(id, into);
    return Answer.ok(Json.object().put("id", into));
  }

  private Answer delete(String id) {
    return people.delete(id) ? Answer.ok(Json.object().put("id", id)) : gone();
  }

  private static Answer gone() {
    return Answer.error(404, "PERSON_GONE", "no such person, or no longer");
  }
}
