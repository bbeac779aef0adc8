// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Action;
import dev.gapless.api.Attachment;
import dev.gapless.api.Conversation;
import dev.gapless.api.Direction;
import dev.gapless.api.Fullness;
import dev.gapless.api.Identifier;
import dev.gapless.api.Interaction;
import dev.gapless.api.Kind;
import dev.gapless.api.Visibility;
import dev.gapless.api.channel.Item;
import dev.gapless.engine.fold.ItemState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said in public on a page. */
class FeedTest {
  @Test
  void aCommentIsAPublicContactBelowItsPost() {
    Interaction comment = Samples.interaction("comment");
    assertThat(comment.kind()).isEqualTo(Kind.COMMENT);
    assertThat(comment.visibility()).isEqualTo(Visibility.PUBLIC);
    assertThat(comment.direction()).isEqualTo(Direction.IN);
    assertThat(comment.text()).isEqualTo("This is the third time! 😡");
    assertThat(comment.key().space()).isEqualTo("comment");
    assertThat(comment.key().nativeId()).isEqualTo("900100_42");
    assertThat(comment.key().account()).isEqualTo(Samples.PAGE);
    assertThat(comment.conversation()).contains(Conversation.of(Samples.POST));
    assertThat(comment.parent()).contains(Samples.POST);
    assertThat(comment.occurredAt()).isEqualTo(Samples.WRITTEN_AT);
    assertThat(comment.customer()).isEqualTo(comment.author());
    assertThat(comment.author().orElseThrow().name()).contains("Ada Example");
    assertThat(comment.author().orElseThrow().identifiers())
        .containsExactly(new Identifier(Identifier.FACEBOOK_PSID, Samples.ADA));
    assertThat(comment.data()).containsEntry("post.permalink_url", "https://www.example.org/p/1");
  }

  @Test
  void anAnswerOfThePageIsOutboundAndNobodysEntry() {
    Interaction answer = Samples.interaction("comment-reply-own");
    assertThat(answer.direction()).isEqualTo(Direction.OUT);
    assertThat(answer.customer()).isEmpty();
    assertThat(answer.author().orElseThrow().identifiers()).isEmpty();
    assertThat(answer.author().orElseThrow().name()).isEmpty();
    assertThat(answer.parent()).contains("900100_42");
    assertThat(answer.conversation()).contains(Conversation.of(Samples.POST));
  }

  @Test
  void anotherPageOfTheCompanyIsNoCustomer() {
    String value =
        "{\"item\": \"comment\", \"comment_id\": \"1_2\", \"message\": \"hi\","
            + " \"from\": {\"id\": \"777\"}}";
    Item item =
        Samples.receiver(java.util.Map.of("pages", Samples.PAGE + ",777"))
            .split(
                Samples.change("feed", value).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Samples.RECEIVED_AT)
            .get(0);
    assertThat(((Item.Contact) item).interaction().direction()).isEqualTo(Direction.OUT);
  }

  @Test
  void olderPayloadsNameTheAuthorInFieldsOfTheirOwn() {
    Interaction old = Samples.interaction("comment-old-form");
    assertThat(old.author().orElseThrow().name()).contains("Ada Example");
    assertThat(old.author().orElseThrow().identifiers())
        .containsExactly(new Identifier(Identifier.FACEBOOK_PSID, Samples.ADA));
  }

  @Test
  void aContactWhoseAuthorIsHiddenIsStillOne() {
    Interaction comment =
        Samples.read(
            Samples.change(
                "feed", "{\"item\": \"comment\", \"comment_id\": \"1_2\", \"message\": \"hi\"}"));
    assertThat(comment.direction()).isEqualTo(Direction.IN);
    assertThat(comment.author()).isEmpty();
    assertThat(comment.customer()).isEmpty();
    assertThat(comment.text()).isEqualTo("hi");
  }

  @ParameterizedTest
  @CsvSource({
    "edit, EDITED",
    "edited, EDITED",
    "update, EDITED",
    "remove, REMOVED",
    "delete, REMOVED",
    "hide, HIDDEN",
    "unhide, SHOWN"
  })
  void aChangeConcernsTheItemThatWasCreated(String verb, Action action) {
    for (String item : List.of("comment", "post", "status", "photo", "video", "share", "album")) {
      String ids =
          "\"comment_id\": \"900100_42\", \"post_id\": \""
              + Samples.POST
              + "\", \"message\": \"new\", \"item\": \""
              + item
              + "\"";
      Item.Contact created = contact(ids + ", \"verb\": \"add\"");
      Item.Contact changed = contact(ids + ", \"verb\": \"" + verb + "\"");
      assertThat(changed.interaction().action()).isEqualTo(action);
      assertThat(changed.interaction().key()).isEqualTo(created.interaction().key());
      assertThat(changed.change()).isNotEqualTo(created.change());
      assertThat(changed.interaction().changedAt()).isEqualTo(Samples.SENT_AT);
      assertThat(changed.interaction().text()).isEqualTo(action == Action.REMOVED ? "" : "new");
    }
  }

  @Test
  void theTimeOfAnEditIsTheEditsOwnThenTheEntrysAndOfAPostItsLastUpdate() {
    String ids = "\"verb\": \"edited\", \"comment_id\": \"1_2\", \"post_id\": \"1_1\"";
    String updated = ", \"post\": {\"updated_time\": 1792000002}";
    String comment = "\"item\": \"comment\", " + ids;
    String post = "\"item\": \"status\", " + ids;
    assertThat(contact(comment + updated + ", \"edited_time\": 1792000001").change())
        .startsWith("edited:1792000001000:sha256:");
    assertThat(contact(post + updated).change()).startsWith("edited:1792000002000:sha256:");
    assertThat(contact(comment + updated).change()).startsWith("edited:1792000005000:sha256:");
    assertThat(Samples.interaction("comment-edited").changedAt()).isEqualTo(Samples.SENT_AT);
  }

  @Test
  void ofTwoEditsBelowAQuietPostTheSecondWins() {
    ItemState state = folded("add", 10, "a").with(told("edited", 20, "zebra").interaction());
    assertThat(state.with(told("edited", 30, "apple").interaction()).visible().orElseThrow().text())
        .isEqualTo("apple");
  }

  @Test
  void whatIsHiddenAgainIsHidden() {
    List<Item.Contact> told =
        List.of(told("hide", 20, "a"), told("unhide", 30, "a"), told("hide", 40, "a"));
    assertThat(told).extracting(Item::event).doesNotHaveDuplicates();
    ItemState state = folded("add", 10, "a");
    for (Item.Contact one : told) {
      state = state.with(one.interaction());
    }
    assertThat(state.visible().orElseThrow().action()).isEqualTo(Action.HIDDEN);
  }

  private static ItemState folded(String verb, int second, String text) {
    return ItemState.EMPTY.with(told(verb, second, text).interaction());
  }

  /** A change of a comment that was edited once before, below a post in which nothing moves. */
  private static Item.Contact told(String verb, int second, String text) {
    String edited = verb.equals("edited") ? "" : ", \"edited_time\": 1792000000";
    String body =
        Samples.feed(
            "\"item\": \"comment\", \"comment_id\": \"1_2\", \"created_time\": 1792000000,"
                + " \"post\": {\"updated_time\": 1792000001}, \"verb\": \""
                + verb
                + "\", \"message\": \""
                + text
                + "\""
                + edited);
    return Samples.onlyContact(
        Samples.splitText(
            body.replace("\"time\": 1792000005", "\"time\": " + (1792000000 + second))));
  }

  @Test
  void twoEditsInOneSecondAreTwoEvents() {
    String ids = "\"item\": \"comment\", \"verb\": \"edited\", \"comment_id\": \"1_2\"";
    assertThat(contact(ids + ", \"message\": \"a\"").change())
        .isNotEqualTo(contact(ids + ", \"message\": \"b\"").change());
  }

  @Test
  void photosVideosAndLinksAreAttachments() {
    assertThat(Samples.interaction("comment-photo").attachments())
        .containsExactly(
            new Attachment(
                "photo",
                Optional.of("100_200_300"),
                Optional.of("https://scontent.example.org/v/t1/100_200_300_n.jpg?oh=1&oe=2"),
                Optional.empty()));
    assertThat(Samples.interaction("status-own").attachments())
        .extracting(Attachment::id)
        .containsExactly(Optional.of("1_2_3"), Optional.of("4_5_6"));
    assertThat(Samples.interaction("photo").attachments())
        .singleElement()
        .satisfies(
            photo -> {
              assertThat(photo.type()).isEqualTo("photo");
              assertThat(photo.id()).contains("9007199254740993");
              assertThat(photo.url()).contains("https://scontent.example.org/v/9_8_7_n.jpg");
            });
    assertThat(read("\"item\": \"video\", \"video_id\": 5, \"link\": \"https://a.example/v.mp4\""))
        .extracting(post -> post.attachments().get(0).type())
        .isEqualTo("video");
    assertThat(read("\"item\": \"share\", \"share_id\": 7, \"link\": \"https://a.example/x\""))
        .extracting(post -> post.attachments().get(0).id())
        .isEqualTo(Optional.of("7"));
  }

  @Test
  void aPostWithoutItsWholeIdHasTheSameKey() {
    String whole = "\"item\": \"photo\", \"post_id\": \"" + Samples.PAGE + "_77\"";
    assertThat(read(whole).key())
        .isEqualTo(read("\"item\": \"photo\", \"photo_id\": 77").key())
        .isEqualTo(read("\"item\": \"photo\", \"post_id\": \"77\"").key());
  }

  @Test
  void whatThePlatformSaysWithoutAnAuthorIsThePagesOwnWhereOnlyAPageCanDoIt() {
    assertThat(withoutAuthor("event").direction()).isEqualTo(Direction.OUT);
    assertThat(withoutAuthor("album").direction()).isEqualTo(Direction.OUT);
    assertThat(withoutAuthor("post").direction()).isEqualTo(Direction.IN);
  }

  @Test
  void anUnknownItemWithAnAuthorIsShownAsUnsupported() {
    Interaction strange = Samples.interaction("item-unknown");
    assertThat(strange.kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(strange.fullness()).isEqualTo(Fullness.PLACEHOLDER);
    assertThat(strange.key().space()).isEqualTo("post");
    assertThat(strange.key().nativeId()).isEqualTo(Samples.PAGE + "_900500");
    assertThat(strange.data()).containsEntry("unsupported.item", "hologram");
  }

  @Test
  void anUnknownVerbIsAnEventOfItsOwnOfTheSameItem() {
    String ids = "\"item\": \"comment\", \"comment_id\": \"1_2\", \"message\": \"hi\"";
    Item.Contact created = contact(ids + ", \"verb\": \"add\"");
    Item.Contact strange = contact(ids + ", \"verb\": \"translate\"");
    assertThat(strange.interaction().kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(strange.interaction().key()).isEqualTo(created.interaction().key());
    assertThat(strange.change()).startsWith("unknown-translate:");
  }

  @Test
  void twoUnknownThingsAboutOneCommentAreTwoEvents() {
    String ids = "\"comment_id\": \"1_2\", \"message\": \"hi\", ";
    assertThat(
            List.of(
                contact(ids + "\"item\": \"comment\""),
                contact(ids + "\"item\": \"hologram\""),
                contact(ids + "\"item\": \"hologram\", \"colour\": 2"),
                contact(ids + "\"item\": \"telepathy\"")))
        .extracting(Item::event)
        .doesNotHaveDuplicates();
  }

  @Test
  void thePlatformsSentenceAboutAPostIsNoPartOfItsText() {
    Interaction post = read("\"item\": \"photo\", \"post_id\": \"1_2\", \"story\": \"A photo.\"");
    assertThat(post.text()).isEmpty();
    assertThat(post.data()).containsEntry("feed.story", "A photo.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1447000000", "\"1447000000\"", "1447000000000", "\"2015-11-08T16:26:40Z\""})
  void timesComeInSecondsMillisecondsAndTexts(String time) {
    assertThat(read("\"item\": \"post\", \"post_id\": \"1_2\", \"created_time\": " + time))
        .extracting(Interaction::occurredAt)
        .isEqualTo(Instant.ofEpochSecond(1447000000));
  }

  @Test
  void withoutATimeOfItsOwnTheEntrysCounts() {
    Interaction post = read("\"item\": \"post\", \"post_id\": \"1_2\"");
    assertThat(post.occurredAt()).isEqualTo(Samples.SENT_AT);
    assertThat(post.data()).doesNotContainKey("time.replaced");
    String timeless = Samples.feed("\"item\": \"post\"").replace("\"time\": 1792000005, ", "");
    assertThat(Samples.read(timeless).occurredAt()).isEqualTo(Samples.RECEIVED_AT);
    assertThat(Samples.read(timeless).data()).containsEntry("time.replaced", "created_time");
  }

  @Test
  void idsAbove2To53KeepEveryDigit() {
    Interaction review = Samples.interaction("rating");
    assertThat(review.key().nativeId()).isEqualTo("9007199254740995");
    assertThat(read("\"item\": \"post\", \"post_id\": 12345678901234567890").key().nativeId())
        .endsWith("_12345678901234567890");
  }

  private static Interaction withoutAuthor(String item) {
    return Samples.read(
        Samples.change("feed", "{\"item\": \"" + item + "\", \"post_id\": \"1_2\"}"));
  }

  private static Interaction read(String parts) {
    return contact(parts).interaction();
  }

  private static Item.Contact contact(String parts) {
    return Samples.onlyContact(Samples.splitText(Samples.feed(parts)));
  }
}
