// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Action;
import dev.gapless.api.Attachment;
import dev.gapless.api.Conversation;
import dev.gapless.api.DeliveryStatus;
import dev.gapless.api.Direction;
import dev.gapless.api.Fullness;
import dev.gapless.api.Identifier;
import dev.gapless.api.Interaction;
import dev.gapless.api.InteractionBuilder;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Kind;
import dev.gapless.api.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ItemStateTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final ItemKey KEY = new ItemKey("", "whatsapp", "1", "message", "m1");

  @Test
  void showsNothingForAnEditWithoutItsOriginal() {
    assertThat(fold(edited("new text", 5)).visible()).isEmpty();
  }

  @Test
  void appliesAnEditThatCameBeforeItsOriginal() {
    Interaction shown = fold(edited("new text", 5), created("old text")).visible().orElseThrow();
    assertThat(shown.text()).isEqualTo("new text");
    assertThat(shown.action()).isEqualTo(Action.EDITED);
    assertThat(shown.occurredAt()).isEqualTo(NOON);
  }

  @Test
  void keepsTheLatestEditWhateverComesLast() {
    ItemState state = fold(created("old"), edited("second", 9), edited("first", 4));
    assertThat(state.visible().orElseThrow().text()).isEqualTo("second");
  }

  @Test
  void removesForEverAndKeepsNoContent() {
    ItemState state = fold(created("secret"), at(7).action(Action.REMOVED).build(), edited("x", 9));
    Interaction shown = state.visible().orElseThrow();
    assertThat(shown.action()).isEqualTo(Action.REMOVED);
    assertThat(shown.text()).isEmpty();
    assertThat(shown.data()).isEmpty();
  }

  @Test
  void letsAReactionBeTakenBackAndGivenAgainInAnyOrder() {
    Interaction given = at(1).kind(Kind.REACTION).text("♥").build();
    Interaction takenBack = at(2).kind(Kind.REACTION).action(Action.REMOVED).build();
    Interaction again = at(3).kind(Kind.REACTION).text("!").build();
    assertThat(fold(takenBack).visible()).isEmpty();
    assertThat(fold(given, takenBack).visible().orElseThrow().action()).isEqualTo(Action.REMOVED);
    assertThat(fold(given, takenBack, again).visible().orElseThrow().text()).isEqualTo("!");
    assertThat(fold(again, takenBack, given).visible().orElseThrow().text()).isEqualTo("!");
  }

  @Test
  void showsAFailedStatusEvenWithoutItsMessage() {
    Interaction shown = fold(status(DeliveryStatus.FAILED, 3)).visible().orElseThrow();
    assertThat(shown.kind()).isEqualTo(Kind.STATUS);
    assertThat(fold(status(DeliveryStatus.READ, 3)).visible()).isEmpty();
  }

  @Test
  void neverLetsAStatusFall() {
    ItemState state =
        fold(sentByUs(), status(DeliveryStatus.FAILED, 2), status(DeliveryStatus.SENT, 9));
    assertThat(state.visible().orElseThrow().status()).contains(DeliveryStatus.FAILED);
  }

  @Test
  void replacesAPlaceholderByAFullerCopyButNotBack() {
    Interaction placeholder = at(0).kind(Kind.UNSUPPORTED).fullness(Fullness.PLACEHOLDER).build();
    Interaction copy = at(0).action(Action.OBSERVED).text("now readable").build();
    ItemState state = fold(placeholder, copy);
    assertThat(state.visible().orElseThrow().text()).isEqualTo("now readable");
    assertThat(state.visible().orElseThrow().kind()).isEqualTo(Kind.MESSAGE);
    assertThat(state.with(placeholder).visible()).isEqualTo(state.visible());
  }

  @Test
  void replacesWhatWasNotUnderstoodHoweverFullItSaysItIs() {
    Interaction strange = at(0).kind(Kind.UNSUPPORTED).text("words").build();
    Interaction thin = at(0).fullness(Fullness.THIN).text("words").build();
    for (Interaction known : List.of(created("words"), thin)) {
      Interaction copy = known.toBuilder().action(Action.OBSERVED).build();
      assertThat(fold(strange, copy).visible()).contains(known);
      assertThat(fold(strange, known).visible()).contains(known);
      assertThat(fold(known, strange).visible()).contains(known);
    }
  }

  @Test
  void takesNoThinnerCopyForAnEdit() {
    Interaction full = at(0).text("all of it").build();
    Interaction thin = at(5).action(Action.OBSERVED).fullness(Fullness.THIN).text("").build();
    assertThat(fold(full, thin).visible()).contains(full);
  }

  @Test
  void takesAnEqualCopyAsNoChangeAndADifferentOneAsAnEdit() {
    ItemState state = fold(created("text"));
    Interaction equal = at(60).action(Action.OBSERVED).text("text").build();
    Interaction changed = at(60).action(Action.OBSERVED).text("changed while we were away").build();
    assertThat(state.with(equal).visible()).isEqualTo(state.visible());
    assertThat(state.with(changed).visible().orElseThrow().text()).startsWith("changed");
    assertThat(state.with(changed).visible().orElseThrow().action()).isEqualTo(Action.EDITED);
  }

  @Test
  void isNotChangedByAnotherAddressOfTheSameFile() {
    ItemState first = ItemState.EMPTY.with(withImage(at(0), "7", "https://cdn/a?sig=1"));
    assertThat(first.with(withImage(at(60).action(Action.OBSERVED), "7", "https://cdn/a?sig=2")))
        .isEqualTo(first);
    assertThat(first.with(withImage(at(60).action(Action.OBSERVED), "8", "https://cdn/a?sig=1")))
        .isNotEqualTo(first);
  }

  private static Interaction withImage(InteractionBuilder from, String id, String url) {
    Attachment image = new Attachment("image", Optional.of(id), Optional.of(url), Optional.empty());
    return from.attachments(List.of(image)).build();
  }

  @Property(tries = 500)
  void foldsToTheSameStateInAnyOrder(@ForAll("shuffled") List<List<Interaction>> orders) {
    ItemState first = fold(orders.get(0));
    ItemState second = fold(orders.get(1));
    assertThat(second.visible()).isEqualTo(first.visible());
  }

  @Property(tries = 300)
  void readsBackWhatTheJournalKeeps(@ForAll("shuffled") List<List<Interaction>> orders) {
    ItemState state = fold(orders.get(0));
    assertThat(ItemStateJson.read(KEY, ItemStateJson.write(state))).isEqualTo(state);
  }

  @Provide
  Arbitrary<List<List<Interaction>>> shuffled() {
    Arbitrary<Interaction> event =
        Arbitraries.integers()
            .between(0, 5)
            .flatMap(
                second ->
                    Arbitraries.of(
                        rich("original"),
                        created("original"),
                        edited("edit " + second, second),
                        edited("other", second),
                        at(second).action(Action.REMOVED).build(),
                        at(second).action(Action.HIDDEN).build(),
                        at(second).action(Action.SHOWN).build(),
                        status(DeliveryStatus.SENT, second),
                        status(DeliveryStatus.FAILED, second)));
    return event
        .list()
        .ofMaxSize(6)
        .flatMap(
            events -> {
              List<Interaction> copy = new ArrayList<>(events);
              return Arbitraries.shuffle(copy).map(other -> List.of(events, other));
            });
  }

  private static Interaction rich(String text) {
    Party party =
        new Party(Optional.of("Zoë"), List.of(new Identifier(Identifier.PHONE, "+15550100")));
    return at(0)
        .text(text)
        .direction(Direction.OUT)
        .author(party)
        .customer(party)
        .conversation(new Conversation("c", List.of("alias")))
        .parent("p")
        .target("t")
        .data(Map.of("k", "v"))
        .attachments(
            List.of(
                new Attachment(
                    "image",
                    Optional.of("1"),
                    Optional.empty(),
                    Optional.of("a/b"),
                    Optional.of("name"),
                    Optional.of("digest"))))
        .build();
  }

  private static Interaction created(String text) {
    return at(0).text(text).build();
  }

  private static Interaction sentByUs() {
    return at(0).text("answer").direction(Direction.OUT).build();
  }

  private static Interaction edited(String text, int second) {
    return at(second).action(Action.EDITED).text(text).build();
  }

  private static Interaction status(DeliveryStatus status, int second) {
    return at(second)
        .kind(Kind.STATUS)
        .action(Action.OBSERVED)
        .direction(Direction.OUT)
        .fullness(Fullness.PLACEHOLDER)
        .status(status)
        .build();
  }

  private static InteractionBuilder at(int second) {
    return Interaction.builder(KEY, NOON).changedAt(NOON.plusSeconds(second));
  }

  private static ItemState fold(Interaction... events) {
    return fold(List.of(events));
  }

  private static ItemState fold(List<Interaction> events) {
    ItemState state = ItemState.EMPTY;
    for (Interaction event : events) {
      state = state.with(event);
    }
    return state;
  }
}
