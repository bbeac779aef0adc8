// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.channel.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Envelopes of any nesting, order and mix: n elements in, n items out. */
class EnvelopePropertyTest {
  /** A piece of JSON and the items it must become, in order. */
  record Piece(String json, List<String> items) {}

  /** An element of an array of a value. */
  record Part(String array, Piece piece) {}

  @Property(tries = 500)
  void everyElementBecomesItsItemInOrder(@ForAll("bodies") Piece body) {
    List<Item> items = Samples.splitText(body.json());
    if (body.items().isEmpty()) {
      assertThat(items).hasSize(1).first().isInstanceOf(Item.Notice.class);
    } else {
      assertThat(items.stream().map(EnvelopePropertyTest::describe).toList())
          .isEqualTo(body.items());
    }
    assertThat(items).extracting(Item::path).doesNotHaveDuplicates();
    assertThat(Samples.splitText(body.json())).isEqualTo(items);
  }

  @Provide
  Arbitrary<Piece> bodies() {
    Arbitrary<Piece> webhook =
        levels(3)
            .list()
            .ofMaxSize(3)
            .map(
                list -> wrap(list, "{\"object\": \"whatsapp_business_account\", \"entry\": [%s]}"));
    Arbitrary<Piece> several =
        webhook.list().ofMinSize(1).ofMaxSize(3).map(list -> wrap(list, "[%s]"));
    return Arbitraries.frequencyOf(
        Tuple.of(4, webhook), Tuple.of(1, several), Tuple.of(2, change()));
  }

  private static Arbitrary<Piece> levels(int depth) {
    Arbitrary<Piece> leaf =
        Arbitraries.frequencyOf(
            Tuple.of(8, change()),
            Tuple.of(1, piece("{}")),
            Tuple.of(1, piece("{\"id\": \"7\", \"time\": 3}")),
            Tuple.of(1, piece("{\"strange\": [1]}", "notice unknown-notice")),
            Tuple.of(1, piece("17", "unreadable")),
            Tuple.of(1, piece("null", "unreadable")),
            Tuple.of(1, piece("{\"messaging\": [{}, {\"a\": 1}]}", "notice not-whatsapp")));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<List<Piece>> inner = Arbitraries.lazy(() -> levels(depth - 1)).list().ofMaxSize(3);
    return Arbitraries.frequencyOf(
        Tuple.of(3, leaf),
        Tuple.of(3, inner.map(list -> wrap(list, "{\"id\": \"5\", \"changes\": [%s]}"))),
        Tuple.of(1, inner.map(list -> wrap(list, "{\"entry\": [%s]}"))),
        Tuple.of(1, inner.map(list -> wrap(list, "{\"value\": {\"entry\": [%s]}}"))),
        Tuple.of(
            1,
            Combinators.combine(inner, values())
                .as(
                    (list, value) -> {
                      List<Piece> both = new ArrayList<>(list);
                      both.add(value);
                      String changes =
                          list.stream().map(Piece::json).collect(Collectors.joining(","));
                      return new Piece(
                          "{\"changes\": [" + changes + "], \"value\": " + value.json() + "}",
                          items(both));
                    })));
  }

  private static Arbitrary<Piece> change() {
    Arbitrary<String> field =
        Arbitraries.of(
            "\"field\": \"messages\", ", "\"field\": \"telepathy\", ", "\"field\": 7, ", "");
    Arbitrary<Piece> one =
        Combinators.combine(field, values())
            .as(
                (name, value) ->
                    new Piece("{" + name + "\"value\": " + value.json() + "}", value.items()));
    Arbitrary<Piece> list =
        values()
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(values -> wrap(values, "{\"value\": [%s], \"field\": \"messages\"}"));
    Arbitrary<Piece> notice =
        piece(
            "{\"field\": \"account_update\", \"value\": {\"list\": [{\"id\": 1}]}}",
            "notice account-notice");
    return Arbitraries.frequencyOf(Tuple.of(6, one), Tuple.of(1, list), Tuple.of(1, notice));
  }

  /** A value with at least one element; the order of its arrays is that of their first elements. */
  private static Arbitrary<Piece> values() {
    return parts().list().ofMinSize(1).ofMaxSize(6).map(EnvelopePropertyTest::value);
  }

  private static Piece value(List<Part> parts) {
    Map<String, List<Piece>> arrays = new LinkedHashMap<>();
    parts.forEach(
        part -> arrays.computeIfAbsent(part.array(), any -> new ArrayList<>()).add(part.piece()));
    String json =
        arrays.entrySet().stream()
            .map(array -> wrap(array.getValue(), "\"" + array.getKey() + "\": [%s]").json())
            .collect(Collectors.joining(", ", "{\"contacts\": [], ", "}"));
    return new Piece(json, items(arrays.values().stream().flatMap(List::stream).toList()));
  }

  private static Arbitrary<Part> parts() {
    // Few ids, so that repeats are common.
    Arbitrary<Integer> id = Arbitraries.integers().between(1, 5);
    return Arbitraries.oneOf(
        id.map(
            i ->
                part(
                    "messages",
                    "{\"id\": \"m%d\", \"from\": \"447700900123\", \"type\": \"text\", \"text\": {\"body\": \"b\"}}",
                    "contact m%d created",
                    i)),
        id.map(
            i ->
                part(
                    "messages",
                    "{\"type\": \"hologram\", \"from_user_id\": \"GB.1\", \"id\": \"m%d\"}",
                    "contact m%d created",
                    i)),
        id.map(
            i ->
                part(
                    "messages",
                    "{\"id\": \"r\", \"from\": \"1\", \"type\": \"revoke\", \"revoke\": {\"original_message_id\": \"m%d\"}}",
                    "contact m%d removed:r",
                    i)),
        id.map(
            i ->
                part(
                    "messages",
                    "{\"id\": \"s%d\", \"from\": \"1\", \"type\": \"system\", \"system\": {\"type\": \"user_changed_number\"}}",
                    "notice identity-change",
                    i)),
        id.map(i -> part("messages", "{\"id\": \"n%d\", \"type\": \"text\"}", "unreadable", i)),
        Arbitraries.of("1", "null", "\"x\"", "[]", "true")
            .map(j -> new Part("messages", new Piece(j, List.of("unreadable")))),
        id.map(
            i ->
                part(
                    "statuses",
                    "{\"id\": \"m%d\", \"status\": \"read\", \"recipient_id\": \"1\"}",
                    "contact m%d status:read",
                    i)),
        id.map(
            i ->
                part(
                    "statuses",
                    "{\"id\": \"m%d\", \"status\": \"lost\"}",
                    "notice unknown-status",
                    i)),
        id.map(
            i ->
                part(
                    "message_echoes",
                    "{\"id\": \"e%d\", \"to\": \"1\", \"type\": \"text\", \"text\": {\"body\": \"b\"}}",
                    "contact e%d created",
                    i)),
        id.map(i -> part("errors", "{\"code\": %d}", "notice account-error", i)),
        id.map(
            i -> part("user_preferences", "{\"wa_id\": \"%d\"}", "notice marketing-preference", i)),
        id.map(i -> part("groups", "{\"group_id\": \"%d\"}", "notice group-notice", i)),
        id.map(i -> part("calls", "{\"id\": \"%d\", \"from\": \"1\"}", "notice call-notice", i)),
        id.map(i -> part("state_sync", "{\"action\": \"%d\"}", "notice contact-sync", i)),
        id.map(i -> part("user_id_update", "{\"wa_id\": \"%d\"}", "notice identity-change", i)),
        id.map(
            i ->
                part(
                    "hologram_messages",
                    "{\"id\": \"h%d\", \"from\": \"1\"}",
                    "contact h%d created",
                    i)),
        id.list().ofMaxSize(3).map(EnvelopePropertyTest::history));
  }

  private static Part history(List<Integer> ids) {
    String messages =
        ids.stream()
            .map(
                "{\"id\": \"p%d\", \"from\": \"1\", \"type\": \"text\", \"text\": {\"body\": \"b\"}}"
                    ::formatted)
            .collect(Collectors.joining(","));
    List<String> items = ids.stream().map("contact p%d created"::formatted).toList();
    return new Part(
        "history",
        new Piece(
            "{\"threads\": [{\"id\": \"1\", \"messages\": [" + messages + "]}]}",
            items.isEmpty() ? List.of("notice history-progress") : items));
  }

  private static Part part(String array, String json, String item, int id) {
    return new Part(array, new Piece(json.formatted(id), List.of(item.formatted(id))));
  }

  private static Arbitrary<Piece> piece(String json, String... items) {
    return Arbitraries.just(new Piece(json, List.of(items)));
  }

  private static Piece wrap(List<Piece> pieces, String format) {
    String json = pieces.stream().map(Piece::json).collect(Collectors.joining(","));
    return new Piece(format.formatted(json), items(pieces));
  }

  private static List<String> items(List<Piece> pieces) {
    return pieces.stream().flatMap(piece -> piece.items().stream()).toList();
  }

  private static String describe(Item item) {
    if (item instanceof Item.Contact contact) {
      return "contact " + contact.interaction().key().nativeId() + " " + contact.change();
    }
    return item instanceof Item.Notice notice ? "notice " + notice.rule() : "unreadable";
  }
}
