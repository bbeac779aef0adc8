// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Action;
import dev.gapless.api.Conversation;
import dev.gapless.api.Fullness;
import dev.gapless.api.Interaction;
import dev.gapless.api.Kind;
import dev.gapless.api.Visibility;
import dev.gapless.api.channel.Item;
import dev.gapless.engine.fold.ItemState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicReactionTest {
  private static final String COMMENT =
      "\"item\": \"reaction\", \"comment_id\": \"900100_42\", \"post_id\": \"5550100200300_900100\"";

  @Test
  void aReactionNamesItsTargetAndStandsInItsThread() {
    Interaction reaction = Samples.interaction("reaction");
    assertThat(reaction.kind()).isEqualTo(Kind.REACTION);
    assertThat(reaction.visibility()).isEqualTo(Visibility.PUBLIC);
    assertThat(reaction.target()).contains("900100_42");
    assertThat(reaction.text()).isEqualTo("😡");
    assertThat(reaction.conversation()).contains(Conversation.of(Samples.POST));
    assertThat(reaction.key().space()).isEqualTo("reaction");
    assertThat(reaction.data()).containsEntry("reaction.type", "anger");
  }

  @ParameterizedTest
  @CsvSource({"add, CREATED", "edit, CREATED", "remove, REMOVED"})
  void anotherReactionOfThePersonIsTheSameItem(String verb, Action action) {
    Item.Contact first = contact(COMMENT + ", \"verb\": \"add\", \"reaction_type\": \"like\"");
    Item.Contact second =
        contact(COMMENT + ", \"reaction_type\": \"love\", \"verb\": \"" + verb + "\"");
    assertThat(second.interaction().key()).isEqualTo(first.interaction().key());
    assertThat(second.interaction().action()).isEqualTo(action);
    assertThat(second.change()).isEqualTo(verb + ":love:1792000005000");
    assertThat(second.interaction().text()).isEqualTo(action == Action.REMOVED ? "" : "❤️");
  }

  @Test
  void reactionsOfTwoPeopleAreTwoItems() {
    Item.Contact ada = contact(COMMENT);
    Item.Contact ben =
        Samples.onlyContact(
            Samples.splitText(
                Samples.change(
                    "feed", "{\"from\": {\"id\": \"" + Samples.BEN + "\"}, " + COMMENT + "}")));
    assertThat(ben.interaction().key()).isNotEqualTo(ada.interaction().key());
  }

  @Test
  void withoutAnAuthorEachReactionIsItsOwn() {
    String at = ", \"created_time\": 179200000";
    Item.Contact one = nobodys(COMMENT + at + "1");
    assertThat(nobodys(COMMENT + at + "2").interaction().key())
        .isNotEqualTo(one.interaction().key());
    assertThat(nobodys(COMMENT + at + "1")).isEqualTo(one);
  }

  @Test
  void aLikeWithoutPostOrCommentIsOfThePage() {
    Interaction like = Samples.interaction("like-page");
    assertThat(like.target()).contains(Samples.PAGE);
    assertThat(like.text()).isEqualTo("👍");
    assertThat(like.author()).isEmpty();
    assertThat(like.conversation()).isEmpty();
  }

  @Test
  void anUnknownReactionShowsThePlatformsWord() {
    assertThat(contact(COMMENT + ", \"reaction_type\": \"applause\"").interaction().text())
        .isEqualTo("applause");
  }

  @Test
  void anUnknownVerbSaysLittleAndGivesWayToWhatALaterVersionReads() {
    String love = COMMENT + ", \"reaction_type\": \"love\", \"created_time\": 1792000000";
    Item.Contact strange = contact(love + ", \"verb\": \"ponder\"");
    Interaction reading = strange.interaction();
    assertThat(reading.kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(reading.fullness()).isEqualTo(Fullness.PLACEHOLDER);
    assertThat(strange.change()).startsWith("unknown-ponder:");
    Interaction given = contact(love + ", \"verb\": \"add\"").interaction();
    Interaction taken = contact(love + ", \"verb\": \"remove\"").interaction();
    assertThat(shown(reading, given)).isEqualTo(given);
    assertThat(shown(given, reading)).isEqualTo(given);
    assertThat(shown(reading, taken).action()).isEqualTo(Action.REMOVED);
  }

  private static Interaction shown(Interaction... readings) {
    ItemState state = ItemState.EMPTY;
    for (Interaction reading : readings) {
      state = state.with(reading);
    }
    return state.visible().orElseThrow();
  }

  private static Item.Contact contact(String parts) {
    return Samples.onlyContact(Samples.splitText(Samples.feed(parts)));
  }

  private static Item.Contact nobodys(String parts) {
    return Samples.onlyContact(Samples.splitText(Samples.change("feed", "{" + parts + "}")));
  }
}
