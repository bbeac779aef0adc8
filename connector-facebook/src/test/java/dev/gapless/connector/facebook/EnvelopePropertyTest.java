// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.channel.Item;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** All four forms of the envelope in any nesting, order and mix: n elements in, n items out. */
class EnvelopePropertyTest {
  /** A piece of JSON and how many items it holds. */
  record Piece(String json, List<String> items) {
    static Piece joined(String format, List<Piece> pieces) {
      return new Piece(
          format.formatted(pieces.stream().map(Piece::json).collect(Collectors.joining(","))),
          pieces.stream().flatMap(piece -> piece.items().stream()).toList());
    }

    static Piece one(String json, String item) {
      return new Piece(json, List.of(item));
    }
  }

  @Property(tries = 300)
  void everyElementBecomesItsItemInOrder(@ForAll("bodies") Piece body) {
    List<Item> items = Samples.splitText(body.json());
    if (body.items().isEmpty()) {
      assertThat(items).singleElement().isInstanceOf(Item.Notice.class);
    } else {
      assertThat(items.stream().map(EnvelopePropertyTest::describe).toList())
          .isEqualTo(body.items());
    }
    assertThat(items).extracting(Item::path).doesNotHaveDuplicates();
    assertThat(Samples.splitText(body.json())).isEqualTo(items);
  }

  @Provide
  Arbitrary<Piece> bodies() {
    Arbitrary<String> object = Arbitraries.of("page", "instagram");
    Arbitrary<List<Piece>> entries = entries(2).list().ofMaxSize(4);
    Arbitrary<Piece> body =
        Combinators.combine(object, entries)
            .as(
                (name, list) ->
                    Piece.joined("{\"object\": \"" + name + "\", \"entry\": [%s]}", list));
    return body.list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(list -> list.size() == 1 ? list.get(0) : Piece.joined("[%s]", list));
  }

  /** An entry may hold every form at once, and as a relay writes it even further entries. */
  private static Arbitrary<Piece> entries(int depth) {
    Arbitrary<Piece> nested =
        depth == 0
            ? Arbitraries.just(new Piece("\"entry\": []", List.of()))
            : Arbitraries.lazy(() -> entries(depth - 1))
                .list()
                .ofMaxSize(2)
                .map(list -> Piece.joined("\"entry\": [%s]", list));
    Arbitrary<Piece> flat = changes().map(change -> new Piece(bare(change.json()), change.items()));
    return Combinators.combine(
            list("changes", changes()),
            list("messaging", events()),
            list("standby", events()),
            flat,
            nested,
            Arbitraries.integers().between(0, 31))
        .as(EnvelopePropertyTest::entry);
  }

  /** Some of the parts, the fixed ones first. */
  private static Piece entry(
      Piece changes, Piece messaging, Piece standby, Piece flat, Piece nested, int chosen) {
    List<Piece> all = List.of(changes, messaging, standby, flat, nested);
    List<Piece> some =
        IntStream.range(0, all.size())
            .filter(i -> (chosen & (1 << i)) != 0)
            .mapToObj(all::get)
            .toList();
    return Piece.joined("{\"id\": \"7\", \"time\": 1792000005%s}", separated(some));
  }

  private static List<Piece> separated(List<Piece> pieces) {
    return pieces.isEmpty() ? List.of() : List.of(Piece.joined(", %s", pieces));
  }

  private static String bare(String change) {
    return change.substring(1, change.length() - 1);
  }

  private static Arbitrary<Piece> list(String name, Arbitrary<Piece> elements) {
    return elements.list().ofMaxSize(4).map(list -> Piece.joined("\"" + name + "\": [%s]", list));
  }

  private static Arbitrary<Piece> changes() {
    Arbitrary<Integer> id = Arbitraries.integers().between(1, 4);
    return Arbitraries.oneOf(
        id.map(
            i ->
                change(
                    "feed",
                    "\"item\": \"comment\", \"verb\": \"add\", \"comment_id\": \"c%d\"",
                    "comment c%d created",
                    i)),
        id.map(
            i ->
                change(
                    "feed",
                    "\"item\": \"post\", \"verb\": \"add\", \"post_id\": \"p_%d\"",
                    "post p_%d created",
                    i)),
        id.map(
            i ->
                change(
                    "feed",
                    "\"item\": \"hologram\", \"comment_id\": \"c%d\"",
                    "comment c%d unknown-hologram",
                    i)),
        id.map(
            i ->
                change(
                    "mention",
                    "\"item\": \"post\", \"post_id\": \"p_%d\"",
                    "post p_%d mention",
                    i)),
        id.map(
            i ->
                change(
                    "ratings",
                    "\"item\": \"rating\", \"open_graph_story_id\": %d",
                    "review %d created",
                    i)),
        id.map(i -> change("comments", "\"id\": \"%d\", \"text\": \"x\"", "comment %d created", i)),
        id.map(i -> change("mentions", "\"media_id\": \"%d\"", "post %d mention", i)),
        id.map(i -> change("leadgen", "\"leadgen_id\": %d", "notice lead-notice", i)),
        id.map(i -> change("telepathy", "\"x\": %d", "notice unknown-notice", i)),
        Arbitraries.of("3", "null", "\"x\"", "true")
            .map(
                value ->
                    Piece.one("{\"field\": \"feed\", \"value\": " + value + "}", "unreadable")));
  }

  private static Piece change(String field, String parts, String item, int id) {
    return Piece.one(
        "{\"field\": \"%s\", \"value\": {%s}}".formatted(field, parts.formatted(id)),
        item.formatted(id));
  }

  private static Arbitrary<Piece> events() {
    Arbitrary<Integer> id = Arbitraries.integers().between(1, 4);
    return Arbitraries.oneOf(
        id.map(
            i ->
                event(
                    "\"message\": {\"mid\": \"m%d\", \"text\": \"x\"}", "message m%d created", i)),
        id.map(
            i ->
                event(
                    "\"message\": {\"mid\": \"m%d\", \"is_deleted\": true}",
                    "message m%d removed", i)),
        id.map(i -> event("\"telepathy\": {\"mid\": \"m%d\"}", "message m%d unknown-telepathy", i)),
        id.map(i -> event("\"read\": {\"mid\": \"m%d\"}", "message m%d status:read", i)),
        id.map(i -> event("\"optin\": {\"ref\": \"%d\"}", "notice opt-in", i)),
        id.list().ofMinSize(1).ofMaxSize(3).map(EnvelopePropertyTest::delivery),
        Arbitraries.just(Piece.one("{}", "notice empty-event")),
        Arbitraries.of("3", "null", "[]").map(json -> Piece.one(json, "unreadable")));
  }

  private static Piece delivery(List<Integer> ids) {
    String mids = ids.stream().map(i -> "\"m" + i + "\"").collect(Collectors.joining(","));
    return new Piece(
        event("\"delivery\": {\"mids\": [" + mids + "]}", "", 0).json(),
        ids.stream().map(i -> "message m" + i + " status:delivered").toList());
  }

  private static Piece event(String parts, String item, int id) {
    return Piece.one(
        "{\"sender\": {\"id\": \"5\"}, \"recipient\": {\"id\": \"7\"}, "
            + parts.formatted(id)
            + "}",
        item.formatted(id));
  }

  private static String describe(Item item) {
    if (item instanceof Item.Contact contact) {
      return contact.interaction().key().space()
          + " "
          + contact.interaction().key().nativeId()
          + " "
          + (contact.change().startsWith("unknown-")
              ? contact.change().replaceFirst(":.*", "")
              : contact.change());
    }
    return item instanceof Item.Notice notice ? "notice " + notice.rule() : "unreadable";
  }
}
