// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said in private, in Messenger and on Instagram. */
class MessagesTest {
  @Test
  void aMessageIsAPrivateContactInThePersonsThread() {
    Interaction message = Samples.interaction("message");
    assertThat(message.kind()).isEqualTo(Kind.MESSAGE);
    assertThat(message.visibility()).isEqualTo(Visibility.PRIVATE);
    assertThat(message.direction()).isEqualTo(Direction.IN);
    assertThat(message.text()).isEqualTo("Can you help me here? 🙈");
    assertThat(message.key().space()).isEqualTo("message");
    assertThat(message.key().nativeId()).isEqualTo("m_ada1");
    assertThat(message.conversation()).contains(Conversation.of(Samples.ADA));
    assertThat(message.parent()).contains("m_us0");
    assertThat(message.occurredAt()).isEqualTo(Instant.ofEpochMilli(1792000000123L));
    assertThat(message.author().orElseThrow().identifiers())
        .containsExactly(new Identifier(Identifier.FACEBOOK_PSID, Samples.ADA));
  }

  @Test
  void anEchoIsOutboundAndBelongsToTheRecipient() {
    Interaction echo = Samples.interaction("echo");
    assertThat(echo.direction()).isEqualTo(Direction.OUT);
    assertThat(echo.conversation()).contains(Conversation.of(Samples.ADA));
    assertThat(echo.customer().orElseThrow().identifiers())
        .containsExactly(new Identifier(Identifier.FACEBOOK_PSID, Samples.ADA));
    assertThat(echo.author().orElseThrow().identifiers()).isEmpty();
    assertThat(echo.data()).containsEntry("echo.app_id", "263902037430900");
  }

  @Test
  void anEchoThatNamesThePageAsRecipientStillFindsItsCustomer() {
    Interaction echo =
        Samples.read(
            Samples.event("\"message\": {\"mid\": \"m\", \"is_echo\": true, \"text\": \"x\"}"));
    assertThat(echo.direction()).isEqualTo(Direction.OUT);
    assertThat(echo.conversation()).contains(Conversation.of(Samples.ADA));
  }

  @Test
  void whatThePageSendsIsOutboundWithoutTheMarkToo() {
    String body =
        Samples.event("\"message\": {\"mid\": \"m\", \"text\": \"x\"}")
            .replace(
                "\"sender\": {\"id\": \"" + Samples.ADA, "\"sender\": {\"id\": \"" + Samples.PAGE)
            .replace(
                "\"recipient\": {\"id\": \"" + Samples.PAGE,
                "\"recipient\": {\"id\": \"" + Samples.BEN);
    assertThat(Samples.read(body).direction()).isEqualTo(Direction.OUT);
    assertThat(Samples.read(body).conversation()).contains(Conversation.of(Samples.BEN));
  }

  @Test
  void attachmentsAreKeptAndWhatTheySayStandsInForAText() {
    Interaction message = Samples.interaction("message-attachments");
    assertThat(message.kind()).isEqualTo(Kind.MESSAGE);
    assertThat(message.attachments())
        .extracting(Attachment::type)
        .containsExactly("image", "location", "link", "reel", "file");
    assertThat(message.attachments().get(0).id()).contains("11_22_33");
    assertThat(message.attachments().get(3).id()).contains("77");
    assertThat(message.attachments().get(4).url()).isEmpty();
    assertThat(message.text()).isEqualTo("52.5, 13.25\nA page\nhttps://www.example.org/a\nA reel");
    assertThat(message.data())
        .containsEntry("attachment.2.latitude", "52.5")
        .containsEntry("attachment.5.url", "not an address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image",
        "video",
        "audio",
        "file",
        "sticker",
        "reel",
        "ig_reel",
        "post",
        "ig_post",
        "story_mention",
        "ephemeral",
        "like_heart",
        "template",
        "appointment_booking"
      })
  void everyKindOfAttachmentIsAMessage(String type) {
    Interaction message = attachment("{\"type\": \"" + type + "\", \"payload\": null}");
    assertThat(message.kind()).isEqualTo(Kind.MESSAGE);
    assertThat(message.fullness()).isEqualTo(Fullness.FULL);
    assertThat(message.attachments()).extracting(Attachment::type).containsExactly(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"share", "fallback"})
  void aLinkIsALinkUnderWhateverName(String type) {
    String url = "https://www.example.org/shop?item=";
    String link = "{\"type\": \"" + type + "\", \"payload\": {\"url\": \"" + url + "%d\"}}";
    Interaction message = attachment(link.formatted(7) + ", " + link.formatted(8));
    assertThat(message.attachments())
        .extracting(Attachment::type, Attachment::id, Attachment::url)
        .containsExactly(
            tuple("link", Optional.of("https://www.example.org/shop"), Optional.of(url + 7)),
            tuple("link", Optional.of("https://www.example.org/shop"), Optional.of(url + 8)));
    assertThat(message.text()).isEqualTo(url + "7\n" + url + "8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unsupported_type", "hologram"})
  void anAttachmentThatCannotBeShownIsReadAgainLater(String type) {
    Interaction message =
        attachment(
            "{\"type\": \"" + type + "\", \"payload\": {\"url\": \"https://a.example/1.bin\"}}");
    assertThat(message.kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(message.fullness()).isLessThan(Fullness.FULL);
    assertThat(message.attachments()).hasSize(1);
  }

  @Test
  void aStickerIsOneStickerInWhateverFormItComes() {
    String image =
        "{\"type\": \"image\", \"payload\": {\"sticker_id\": 5, \"url\": \"https://a.example/1.png\"}}";
    String sticker = image.replace("image", "sticker");
    for (String list : List.of(image, sticker, image + ", " + sticker)) {
      assertThat(attachment(list).attachments())
          .extracting(Attachment::type, Attachment::id)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("sticker", Optional.of("1")));
    }
  }

  @Test
  void aTemplateShowsItsTitles() {
    Interaction products =
        attachment(
            "{\"type\": \"template\", \"payload\": {\"product\": {\"elements\":"
                + " [{\"title\": \"Shoes\"}, {\"title\": \"Laces\"}]}}}");
    assertThat(products.text()).isEqualTo("Shoes\nLaces");
  }

  @Test
  void aPressedButtonShowsItsTitle() {
    Interaction postback = Samples.interaction("postback");
    assertThat(postback.text()).isEqualTo("Get started");
    assertThat(postback.key().nativeId()).isEqualTo("m_pb1");
    assertThat(postback.data())
        .containsEntry("postback.payload", "START")
        .containsEntry("referral.source", "SHORTLINK");
    Interaction old = Samples.read(Samples.event("\"postback\": {\"payload\": \"START\"}"));
    assertThat(old.text()).isEqualTo("START");
    assertThat(old.key().nativeId()).startsWith("sha256:");
  }

  @Test
  void aQuickReplyKeepsItsPayload() {
    String message =
        "\"message\": {\"mid\": \"m\", \"text\": \"Yes\", \"quick_reply\": {\"payload\": \"Y\"}}";
    assertThat(Samples.read(Samples.event(message)).data())
        .containsEntry("quick_reply.payload", "Y");
  }

  @Test
  void theAdvertisementAChatBeganWithIsKept() {
    String referral =
        "\"message\": {\"mid\": \"m\", \"text\": \"Hi\", \"referral\": {\"source\": \"ADS\","
            + " \"ad_id\": 5, \"ads_context_data\": {\"ad_title\": \"Spring\"}}}";
    assertThat(Samples.read(Samples.event(referral)).data())
        .containsEntry("referral.ad_id", "5")
        .containsEntry("referral.ad.ad_title", "Spring");
    Interaction alone =
        Samples.read(Samples.event("\"referral\": {\"source\": \"ADS\", \"ref\": \"spring\"}"));
    assertThat(alone.text()).isEqualTo("spring");
  }

  @Test
  void anEditConcernsTheMessage() {
    Item.Contact edit = Samples.contact("message-edit");
    assertThat(edit.interaction().action()).isEqualTo(Action.EDITED);
    assertThat(edit.interaction().key()).isEqualTo(Samples.interaction("message").key());
    assertThat(edit.change()).isEqualTo("edited:1");
    assertThat(edit.interaction().text()).isEqualTo("Can you help me there?");
  }

  @Test
  void anUnsentMessageIsRemoved() {
    Item.Contact unsent = Samples.contact("message-deleted");
    assertThat(unsent.interaction().action()).isEqualTo(Action.REMOVED);
    assertThat(unsent.interaction().key()).isEqualTo(Samples.interaction("message").key());
    assertThat(unsent.change()).isEqualTo("removed");
    assertThat(unsent.interaction().text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"react, CREATED, 😠", "unreact, REMOVED, ''"})
  void aReactionIsOneItemPerPersonAndMessage(String word, Action action, String text) {
    Interaction first = Samples.interaction("message-reaction");
    Item.Contact again =
        Samples.onlyContact(
            Samples.splitText(
                Samples.event(
                    "\"reaction\": {\"mid\": \"m_us1\", \"action\": \""
                        + word
                        + "\", \"reaction\": \"angry\", \"emoji\": \"😠\"}")));
    assertThat(again.interaction().key()).isEqualTo(first.key());
    assertThat(again.interaction().kind()).isEqualTo(Kind.REACTION);
    assertThat(again.interaction().action()).isEqualTo(action);
    assertThat(again.interaction().target()).contains("m_us1");
    assertThat(again.interaction().text()).isEqualTo(text);
    assertThat(again.change()).isEqualTo("1792000000123:" + word + ":angry");
  }

  @Test
  void aStandbyCopyIsTheSameItem() {
    String event = Samples.event("\"message\": {\"mid\": \"m\", \"text\": \"x\"}");
    Interaction copy = Samples.read(event.replace("messaging", "standby"));
    assertThat(copy.key()).isEqualTo(Samples.read(event).key());
    assertThat(copy.data()).containsEntry("standby", "true");
  }

  @Test
  void idsThatWereReadBackHaveOneForm() {
    assertThat(DirectDraft.canonical("m_mid.123:45")).isEqualTo("mid.123:45");
    assertThat(DirectDraft.canonical("m_AbC")).isEqualTo("m_AbC");
    assertThat(DirectDraft.canonical("mid.$cAA")).isEqualTo("mid.$cAA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"message\": {\"mid\": \"m_x\", \"is_unsupported\": true}",
        "\"message\": {\"mid\": \"m_x\"}",
        "\"message\": {\"mid\": \"m_x\", \"text\": \"\"}",
        "\"telepathy\": {\"mid\": \"m_x\"}",
        "\"message_edit\": {\"mid\": \"m_x\"}"
      })
  void whatCannotBeShownIsAnUnsupportedContactUnderItsOwnId(String parts) {
    Interaction contact = Samples.read(Samples.event(parts));
    assertThat(contact.kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(contact.key().nativeId()).isEqualTo("m_x");
    assertThat(contact.conversation()).contains(Conversation.of(Samples.ADA));
    // What can be shown of the same message is no repeat of it, whichever comes first.
    String full = Samples.event("\"message\": {\"mid\": \"m_x\", \"text\": \"words\"}");
    assertThat(Samples.splitText(full).get(0).event())
        .isNotEqualTo(Samples.splitText(Samples.event(parts)).get(0).event());
  }

  @Test
  void aMessageThatNamesNobodyIsParked() {
    String body =
        """
        {"object": "page", "entry": [{"id": "1", "messaging": [{"message": {"mid": "m", "text": "x"}},
          {"sender": {"id": "2"}, "message": {"mid": "n", "text": "y"}}]}]}
        """;
    List<Item> items = Samples.splitText(body);
    assertThat(items).hasSize(2);
    assertThat(((Item.Unreadable) items.get(0)).reason())
        .isEqualTo("entry[0].messaging[0].message names nobody: sender and recipient are missing");
    assertThat(items.get(1)).isInstanceOf(Item.Contact.class);
  }

  @Test
  void aReferenceStandsForAPersonWithoutId() {
    String body =
        Samples.event("\"message\": {\"mid\": \"m\", \"text\": \"x\"}")
            .replace("\"sender\": {\"id\"", "\"sender\": {\"user_ref\"");
    assertThat(Samples.read(body).author().orElseThrow().identifiers())
        .containsExactly(new Identifier(Identifier.FACEBOOK_USER_REF, Samples.ADA));
  }

  private static Interaction attachment(String list) {
    return Samples.read(
        Samples.event("\"message\": {\"mid\": \"m\", \"attachments\": [" + list + "]}"));
  }
}
