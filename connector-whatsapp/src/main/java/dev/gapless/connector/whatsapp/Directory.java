// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.http.payload.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The {@code contacts[]} beside the messages of a value: names and further ids of their people. */
final class Directory {
  private final List<Person> people = new ArrayList<>();
  private final Map<String, Person> byId;

  Directory(JsonNode contacts) {
    if (contacts.isObject()) {
      add(contacts);
    } else {
      contacts.forEach(this::add);
    }
    this.byId = people.size() > 1 ? byId(people) : Map.of();
  }

  /**
   * The person with what the directory adds. Found by id, never by position: the arrays need not
   * run in parallel. Only if the element names nobody at all, a single contact can but be meant.
   */
  Person complete(Person person) {
    if (people.size() == 1) {
      Person only = people.get(0);
      return !person.isKnown() || person.sharesIdWith(only) ? person.and(only) : person;
    }
    Person complete = person;
    for (String id : person.ids()) {
      Person known = byId.get(id);
      complete = known == null ? complete : complete.and(known);
    }
    return complete;
  }

  private void add(JsonNode contact) {
    JsonNode profile = contact.path("profile");
    Person person =
        Person.of(
                Fields.id(contact, "wa_id"),
                Fields.id(contact, "user_id"),
                Fields.id(contact, "parent_user_id"))
            .named(Fields.text(profile, "name"), Fields.text(profile, "username"));
    people.add(person);
  }

  private static Map<String, Person> byId(List<Person> people) {
    Map<String, Person> byId = new HashMap<>();
    for (Person person : people) {
      for (String id : person.ids()) {
        byId.merge(id, person, Person::and);
      }
    }
    return byId;
  }
}
