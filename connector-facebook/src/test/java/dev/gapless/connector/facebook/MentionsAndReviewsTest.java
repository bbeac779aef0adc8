// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Conversation;
import dev.gapless.api.Fullness;
import dev.gapless.api.Interaction;
import dev.gapless.api.Kind;
import dev.gapless.api.Visibility;
import dev.gapless.api.channel.Item;
import dev.gapless.engine.fold.ItemState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsAndReviewsTest {
  @Test
  void aMentionIsThinAndHasTheKeyOfTheCommentItIs() {
    Interaction mention = Samples.interaction("mention");
    assertThat(mention.kind()).isEqualTo(Kind.MENTION);
    assertThat(mention.fullness()).isEqualTo(Fullness.THIN);
    assertThat(mention.text()).isEqualTo("ask Example Page");
    String feed = "\"item\": \"comment\", \"comment_id\": \"111_222\", \"post_id\": \"888_111\"";
    Item.Contact comment = Samples.onlyContact(Samples.splitText(Samples.feed(feed)));
    assertThat(comment.interaction().key()).isEqualTo(mention.key());
    // Else the one that comes second would count as a repeat of the first.
    assertThat(comment.event()).isNotEqualTo(Samples.contact("mention").event());
  }

  @Test
  void aMentionWithItsAuthorIsFull() {
    String value =
        "{\"item\": \"post\", \"post_id\": \"8_1\", \"sender_id\": 5, \"sender_name\": \"Ben\"}";
    Interaction mention = Samples.read(Samples.change("mention", value));
    assertThat(mention.kind()).isEqualTo(Kind.MENTION);
    assertThat(mention.fullness()).isEqualTo(Fullness.FULL);
    assertThat(mention.conversation()).contains(Conversation.of("8_1"));
  }

  @Test
  void aMentionAndTheCommentItIsGiveOneContactWithItsAuthorInEitherOrder() {
    for (String author : List.of("", "\"sender_id\": 5, \"sender_name\": \"Ben\", ")) {
      String value =
          "{" + author + "\"item\": \"comment\", \"comment_id\": \"8_1\", \"message\": \"x\"}";
      Item.Contact mention =
          Samples.onlyContact(Samples.splitText(Samples.change("mention", value)));
      Item.Contact comment =
          Samples.onlyContact(
              Samples.splitText(
                  Samples.feed(
                      "\"item\": \"comment\", \"comment_id\": \"8_1\", \"message\": \"x\"")));
      assertThat(mention.event()).isNotEqualTo(comment.event());
      ItemState state = ItemState.EMPTY.with(mention.interaction()).with(comment.interaction());
      assertThat(state.visible().orElseThrow().author()).isPresent();
      assertThat(ItemState.EMPTY.with(comment.interaction()).with(mention.interaction()))
          .isEqualTo(state);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "review_text": "Fine.", "rating": 3                           | Fine.
          "review_text": null, "rating": 3                              | ★★★☆☆
          "recommendation_type": "POSITIVE"                             | 👍
          "recommendation_type": "negative"                             | 👎
          "rating": 99                                                  | ``
          """)
  void aReviewShowsItsWordsElseItsSigns(String parts, String text) {
    Interaction review = review(parts);
    assertThat(review.kind()).isEqualTo(Kind.REVIEW);
    assertThat(review.visibility()).isEqualTo(Visibility.PUBLIC);
    assertThat(review.text()).isEqualTo(text);
  }

  @Test
  void recommendationsAreWrittenInOneCase() {
    assertThat(Samples.interaction("rating").data())
        .containsEntry("review.recommendation", "negative")
        .containsEntry("review.rating", "2");
  }

  @Test
  void whatIsSaidBelowAReviewIsItsThread() {
    Interaction review = review("\"rating\": 1");
    Interaction comment =
        Samples.read(
            Samples.change(
                "ratings",
                "{\"item\": \"comment\", \"comment_id\": \"1_2\", \"post_id\": \"5_1\","
                    + " \"open_graph_story_id\": \"600\", \"message\": \"so sorry\"}"));
    assertThat(review.conversation()).contains(Conversation.of("600"));
    assertThat(comment.conversation()).contains(new Conversation("600", List.of("5_1")));
  }

  private static Interaction review(String parts) {
    return Samples.read(
        Samples.change(
            "ratings",
            "{\"item\": \"rating\", \"verb\": \"add\", \"open_graph_story_id\": 600, "
                + "\"reviewer_id\": 5, \"reviewer_name\": \"Ben\", "
                + parts
                + "}"));
  }
}
