// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Action;
import dev.gapless.api.EventKey;
import dev.gapless.api.Interaction;
import dev.gapless.api.channel.Item;
import dev.gapless.engine.fold.ItemState;
import java.time.Instant;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is read back is the same item as what a webhook told. */
class SameKeysPropertyTest {
  private static final Source FEED = new Source(Reach.FEED, Samples.PAGE, Samples.PAGE, false);
  private static final Source THREADS =
      new Source(Reach.CONVERSATIONS, Samples.PAGE, Samples.PAGE, false);
  private static final Source RATINGS =
      new Source(Reach.RATINGS, Samples.PAGE, Samples.PAGE, false);
  private static final Source MEDIA =
      new Source(Reach.MEDIA, Samples.INSTAGRAM, Samples.INSTAGRAM, true);

  @Property(tries = 300)
  void comments(@ForAll("comments") World.Comment comment) {
    assertSame(
        Samples.onlyContact(Samples.splitText(comment.webhook())),
        fetched(FEED, below(Samples.POST, ""), comment.graph()));
  }

  @Property(tries = 300)
  void messages(@ForAll("messages") World.Message message) {
    assertSame(
        Samples.onlyContact(Samples.splitText(message.webhook())),
        fetched(THREADS, below("t_1", ""), message.graph()));
  }

  @Property(tries = 300)
  void posts(@ForAll("posts") Published.Post post) {
    FetchedPage page = new FetchedPage(FEED);
    page.add(list(post.graph()));
    assertSame(Samples.onlyContact(Samples.splitText(post.webhook())), contact(page));
  }

  @Property(tries = 100)
  void ratings(@ForAll("ratings") Published.Rating rating) {
    FetchedPage page = new FetchedPage(RATINGS);
    page.add(list(rating.graph()));
    assertSame(Samples.onlyContact(Samples.splitText(rating.webhook())), contact(page));
  }

  @Property(tries = 200)
  void commentsOnMedia(@ForAll("commentsOnMedia") Published.MediaComment comment) {
    assertSame(
        Samples.onlyContact(Samples.splitText(comment.webhook())),
        fetched(MEDIA, below("17", comment.parent().orElse("")), comment.graph()));
  }

  private static void assertSame(Item.Contact told, Item.Contact fetched) {
    Interaction one = told.interaction();
    Interaction other = fetched.interaction();
    assertThat(other.key()).isEqualTo(one.key());
    assertThat(told.change()).isEqualTo(EventKey.CREATED);
    assertThat(fetched.change()).matches("observed:sha256:[0-9a-f]{64}");
    assertThat(other.action()).isEqualTo(Action.OBSERVED);
    assertThat(other.changedAt()).isEqualTo(Samples.RECEIVED_AT);
    assertThat(other.kind()).isEqualTo(one.kind());
    assertThat(other.fullness()).isEqualTo(one.fullness());
    assertThat(other.direction()).isEqualTo(one.direction());
    assertThat(other.visibility()).isEqualTo(one.visibility());
    assertThat(other.conversation()).isEqualTo(one.conversation());
    assertThat(other.parent()).isEqualTo(one.parent());
    assertThat(other.text()).isEqualTo(one.text());
    assertThat(other.occurredAt()).isEqualTo(one.occurredAt());
    assertThat(identifiers(other)).isEqualTo(identifiers(one));
    assertThat(other.attachments()).hasSameSizeAs(one.attachments());
    assertThat(IntStream.range(0, one.attachments().size()))
        .allMatch(i -> one.attachments().get(i).isSameAs(other.attachments().get(i)));
    ItemState seen = ItemState.EMPTY.with(one);
    assertThat(seen.with(other)).as("a repeat").isEqualTo(seen);
  }

  private static Object identifiers(Interaction one) {
    return one.customer().map(party -> party.identifiers());
  }

  private static Item.Contact fetched(Source source, Below where, JsonNode one) {
    FetchedPage page = new FetchedPage(source);
    page.add(where, list(one));
    return contact(page);
  }

  private static Below below(String id, String comment) {
    return new Below(id, comment, Published.HANDLE, "");
  }

  private static JsonNode list(JsonNode one) {
    return World.json("{\"data\": [" + one + "]}");
  }

  private static Item.Contact contact(FetchedPage page) {
    return Samples.onlyContact(Samples.split(page.bytes()));
  }

  @Provide
  Arbitrary<Published.Post> posts() {
    return Combinators.combine(
            Arbitraries.of("900100", "9007199254740993"),
            Arbitraries.of(Published.Form.values()),
            people(),
            times(),
            texts(0))
        .as(Published.Post::new);
  }

  @Provide
  Arbitrary<Published.Rating> ratings() {
    return Combinators.combine(
            Arbitraries.of("600", "9007199254740995"),
            Arbitraries.of(Samples.ADA, Samples.BEN),
            times(),
            Arbitraries.integers().between(0, 5),
            texts(1).optional())
        .as(Published.Rating::new);
  }

  @Provide
  Arbitrary<Published.MediaComment> commentsOnMedia() {
    return Combinators.combine(
            Arbitraries.of("17900", "17901"),
            Arbitraries.of("17899").optional(),
            Arbitraries.of(true, false),
            times(),
            texts(1))
        .as(Published.MediaComment::new);
  }

  @Provide
  Arbitrary<World.Comment> comments() {
    Arbitrary<String> ids = Arbitraries.of("900100_42", "900100_43", "1_9007199254740993");
    return Combinators.combine(ids, ids.optional(), people(), times(), texts(1))
        .as(World.Comment::new);
  }

  @Provide
  Arbitrary<World.Message> messages() {
    Arbitrary<String> ids = Arbitraries.of("m_AbC1", "m_mid.1456:ab", "aWdfZAG1faXR");
    return Combinators.combine(
            ids,
            Arbitraries.of(true, false),
            Arbitraries.of(Samples.ADA, Samples.BEN),
            times(),
            texts(0),
            Arbitraries.of(World.Extra.values()))
        .as(World.Message::new)
        .filter(message -> message.extra() != World.Extra.NONE || !message.text().isEmpty());
  }

  private static Arbitrary<String> people() {
    return Arbitraries.of(Samples.ADA, Samples.BEN, Samples.PAGE);
  }

  private static Arbitrary<Instant> times() {
    return Arbitraries.longs().between(1_700_000_000L, 1_792_000_000L).map(Instant::ofEpochSecond);
  }

  private static Arbitrary<String> texts(int least) {
    return Arbitraries.strings()
        .withChars('a', 'ä', '€', '"', '\\', '<')
        .ofMinLength(least)
        .ofMaxLength(12);
  }
}
