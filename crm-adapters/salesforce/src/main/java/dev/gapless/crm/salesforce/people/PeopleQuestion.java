// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.people;

import dev.gapless.crm.salesforce.call.Soql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The questions for many people in one object. */
final class PeopleQuestion {
  private final PersonObject object;
  private final Collection<String> fields;

  /**
   * @param fields of our own that hold identifiers
   */
  PeopleQuestion(PersonObject object, Collection<String> fields) {
    this.object = object;
    this.fields = fields;
  }

  PersonObject object() {
    return object;
  }

  /**
   * In as few questions as there need be, each about as many people as the next.
   *
   * @param longest characters of a question; one about a single person may be longer
   */
  List<String> texts(List<Wanted> wanted, int longest) {
    int each = wanted.size();
    List<String> texts = List.of(text(wanted));
    while (each > 1 && texts.stream().anyMatch(text -> text.length() > longest)) {
      each = Math.min(each - 1, ceil(wanted.size(), texts.size() + 1));
      texts = pieces(wanted, each);
    }
    return texts;
  }

  private List<String> pieces(List<Wanted> wanted, int each) {
    List<String> texts = new ArrayList<>();
    for (int from = 0; from < wanted.size(); from += each) {
      texts.add(text(wanted.subList(from, Math.min(from + each, wanted.size()))));
    }
    return texts;
  }

  private static int ceil(int all, int parts) {
    return (all + parts - 1) / parts;
  }

  private String text(List<Wanted> wanted) {
    List<String> conditions = new ArrayList<>();
    Set<String> phones = all(wanted, Wanted::phones);
    object.phones().forEach(field -> in(field, phones).ifPresent(conditions::add));
    in(object.mail(), all(wanted, Wanted::mails)).ifPresent(conditions::add);
    for (String field : new LinkedHashSet<>(fields)) {
      Set<String> values = all(wanted, one -> one.own().getOrDefault(field, Set.of()));
      in(object.own(field), values).ifPresent(conditions::add);
    }
    return "SELECT "
        + String.join(", ", columns())
        + " FROM "
        + object.name()
        + " WHERE "
        + String.join(" OR ", conditions);
  }

  private static Set<String> all(List<Wanted> wanted, Function<Wanted, Set<String>> part) {
    return wanted.stream()
        .flatMap(one -> part.apply(one).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Optional<String> in(String field, Set<String> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(field + " IN " + Soql.list(values));
  }

  private Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>(List.of("Id", "LastModifiedDate"));
    columns.addAll(object.phones());
    columns.add(object.mail());
    fields.forEach(field -> columns.add(object.own(field)));
    columns.addAll(object.also());
    return columns;
  }
}
