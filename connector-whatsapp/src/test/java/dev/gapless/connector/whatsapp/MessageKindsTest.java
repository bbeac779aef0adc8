// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.gapless.api.Action;
import dev.gapless.api.Attachment;
import dev.gapless.api.Conversation;
import dev.gapless.api.Direction;
import dev.gapless.api.Fullness;
import dev.gapless.api.Identifier;
import dev.gapless.api.Interaction;
import dev.gapless.api.ItemKey;
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

class MessageKindsTest {
  @Test
  void readsATextMessageWhole() {
    Item.Contact contact = Samples.contact("text");
    Interaction text = contact.interaction();
    assertThat(contact.path()).isEqualTo("entry[0].changes[0].value.messages[0]");
    assertThat(contact.change()).isEqualTo("created");
    assertThat(text.key())
        .isEqualTo(
            new ItemKey(
                "", "whatsapp", Samples.ACCOUNT, "message", "wamid.Z2FwbGVzcy1leGFtcGxlLTAwMQ=="));
    assertThat(text.kind()).isEqualTo(Kind.MESSAGE);
    assertThat(text.action()).isEqualTo(Action.CREATED);
    assertThat(text.direction()).isEqualTo(Direction.IN);
    assertThat(text.visibility()).isEqualTo(Visibility.PRIVATE);
    assertThat(text.fullness()).isEqualTo(Fullness.FULL);
    assertThat(text.conversation()).contains(Conversation.of(Samples.ADA));
    assertThat(text.text()).isEqualTo("Is the blue one back in stock?");
    assertThat(text.occurredAt()).isEqualTo(Instant.ofEpochSecond(1792000000));
    assertThat(text.changedAt()).isEqualTo(text.occurredAt());
    assertThat(text.customer()).isEqualTo(text.author());
    assertThat(text.author().orElseThrow().name()).contains("Ada Example");
    assertThat(text.author().orElseThrow().identifiers())
        .containsExactly(
            new Identifier(Identifier.WHATSAPP_ID, "447700900123"),
            new Identifier(Identifier.PHONE, "+447700900123"));
    assertThat(text.data()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text-escaped                | Grüße 👋 שלום / "ok"
          image                       | The broken hinge
          image-with-url              | ''
          video                       | How it rattles
          audio-voice                 | ''
          voice-legacy                | ''
          document                    | Rechnung März.pdf
          document-with-caption       | Signed, as agreed
          sticker                     | ''
          location-point              | -10.93941311633, 20.5
          contacts-vcard              | Ada Example, Dr.
          button                      | No more reminders
          interactive-button-reply    | Cancel the order
          interactive-list-reply      | Express
          interactive-form-not-json   | Sent
          interactive-call-permission | accept
          number-as-text              | 12345
          without-type                | Without a type
          """)
  void showsTheTextOfEachKind(String sample, String text) {
    Interaction message = Samples.interaction(sample);
    assertThat(message.kind()).isEqualTo(Kind.MESSAGE);
    assertThat(message.fullness()).isEqualTo(Fullness.FULL);
    assertThat(message.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          image        | image    | 700100200301 | image/jpeg
          video        | video    | 700100200303 | video/mp4
          audio-voice  | audio    | 700100200304 | audio/ogg; codecs=opus
          voice-legacy | audio    | 700100200305 | audio/ogg; codecs=opus
          document     | document | 700100200306 | application/pdf
          sticker      | sticker  | 700100200308 | image/webp
          """)
  void namesTheFileThatCameWithIt(String sample, String type, String id, String mime) {
    Interaction message = Samples.interaction(sample);
    Attachment file = message.attachments().get(0);
    assertThat(
            file.isSameAs(
                new Attachment(type, Optional.of(id), Optional.empty(), Optional.of(mime))))
        .isTrue();
    assertThat(file.mime()).contains(mime);
    assertThat(file.sha256()).contains("xcHWIWs4XDK0yT5vWGzuMrQHd4oqvM6wBXCkRLkOWvE=");
  }

  @Test
  void keepsTheAddressAndMarksOfMedia() {
    assertThat(Samples.interaction("image-with-url").attachments().get(0).url().orElseThrow())
        .startsWith("https://lookaside.fbsbx.com/");
    assertThat(Samples.interaction("audio-voice").data()).containsEntry("audio.voice", "true");
    assertThat(Samples.interaction("sticker").data()).containsEntry("sticker.animated", "true");
    assertThat(Samples.interaction("document-with-caption").data())
        .containsEntry("document.filename", "scan.pdf");
  }

  @Test
  void aPlaceHasNameAddressAndCoordinates() {
    Interaction place = Samples.interaction("location");
    assertThat(place.text()).isEqualTo("Example Warehouse\n1 Nowhere Street, Sampletown");
    assertThat(place.data())
        .containsExactly(
            entry("location.latitude", "51.5007"),
            entry("location.longitude", "-0.1246"),
            entry("location.name", "Example Warehouse"),
            entry("location.address", "1 Nowhere Street, Sampletown"),
            entry("location.url", "https://example.org/warehouse"));
  }

  @Test
  void contactCardsBecomeNamesAndData() {
    Interaction cards = Samples.interaction("contacts");
    assertThat(cards.text()).isEqualTo("Grace Sample\nHugo Muster");
    assertThat(cards.data())
        .containsEntry("contact.1.name", "Grace Sample")
        .containsEntry("contact.1.company", "Sample Works")
        .containsEntry("contact.1.phone", "+44 7700 900789")
        .containsEntry("contact.1.phone.2", "+44 20 7946 0123")
        .containsEntry("contact.1.email", "grace@example.org")
        .containsEntry("contact.2.name", "Hugo Muster");
  }

  @Test
  void aCardSentOnRequestSaysSo() {
    assertThat(Samples.interaction("contacts-vcard").data())
        .containsEntry("contacts.origin", "contact_request")
        .containsEntry("contact.1.phone", "+44 7700 900123")
        .containsKey("contact.1.vcard");
  }

  @Test
  void anOrderBecomesALinePerProduct() {
    Interaction order = Samples.interaction("order");
    assertThat(order.text()).isEqualTo("As a gift, please\n2 × SKU-1: 30.5 EUR\n1 × SKU-2: 25 EUR");
    assertThat(order.data())
        .containsEntry("order.catalog_id", "800100200300")
        .containsEntry("order.1.product", "SKU-1")
        .containsEntry("order.1.quantity", "2")
        .containsEntry("order.1.price", "30.5")
        .containsEntry("order.2.currency", "EUR");
  }

  @Test
  void aFormBecomesALinePerAnswerWithoutItsToken() {
    Interaction form = Samples.interaction("interactive-form");
    assertThat(form.text())
        .isEqualTo(
            "Sent\nrating: 4\ncomment: All fine\ntopics: size, colour\naddress.city: Sampletown");
    assertThat(form.data())
        .containsEntry("interactive.type", "nfm_reply")
        .containsEntry("flow.name", "flow")
        .containsEntry("flow.flow_token", "invented-token")
        .containsEntry("flow.address.city", "Sampletown");
    assertThat(Samples.interaction("interactive-form-not-json").data())
        .containsEntry("flow.response", "{broken");
  }

  @Test
  void anAnswerKeepsWhatWasChosenAndWhatItAnswers() {
    Interaction choice = Samples.interaction("interactive-list-reply");
    assertThat(choice.parent()).contains("wamid.Z2FwbGVzcy1leGFtcGxlLTkwMQ==");
    assertThat(choice.data())
        .containsEntry("interactive.type", "list_reply")
        .containsEntry("interactive.id", "express")
        .containsEntry("interactive.description", "Next working day");
    assertThat(Samples.interaction("button").data())
        .containsEntry("button.payload", "STOP_REMINDERS");
    assertThat(Samples.interaction("interactive-call-permission").data())
        .containsEntry("call_permission.response_source", "user_action");
  }

  @Test
  void contextSaysWhatIsAnsweredForwardedOrAskedAbout() {
    assertThat(Samples.interaction("reply").parent())
        .contains("wamid.Z2FwbGVzcy1leGFtcGxlLTkwNA==");
    Interaction forwarded = Samples.interaction("forwarded");
    assertThat(forwarded.parent()).isEmpty();
    assertThat(forwarded.data()).containsExactly(entry("context.forwarded", "true"));
    assertThat(Samples.interaction("forwarded-often").data())
        .containsExactly(entry("context.frequently_forwarded", "true"));
    assertThat(Samples.interaction("product-question").data())
        .containsEntry("context.product.product_retailer_id", "SKU-1");
  }

  @Test
  void theAdvertisementAChatBeganWithIsKept() {
    assertThat(Samples.interaction("referral").data())
        .containsEntry("referral.source_url", "https://fb.me/invented")
        .containsEntry("referral.source_type", "ad")
        .containsEntry("referral.headline", "Chat with us")
        .containsEntry("referral.ctwa_clid", "invented-click-id")
        .containsEntry("referral.welcome_message", "Hello! How can we help?");
  }

  @ParameterizedTest
  @CsvSource({
    "unsupported, unsupported",
    "unsupported-named, poll",
    "unknown-type, hologram",
    "request-welcome, request_welcome",
    "interactive-without-content, interactive"
  })
  void whatIsUnknownBecomesAnUnsupportedContact(String sample, String type) {
    Interaction unknown = Samples.interaction(sample);
    assertThat(unknown.kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(unknown.action()).isEqualTo(Action.CREATED);
    assertThat(unknown.fullness()).isEqualTo(Fullness.PLACEHOLDER);
    assertThat(unknown.text()).isEmpty();
    assertThat(unknown.key().space()).isEqualTo("message");
    assertThat(unknown.author()).isPresent();
    assertThat(unknown.data()).containsEntry("unsupported.type", type);
  }

  @Test
  void anUnsupportedContactKeepsThePlatformsReason() {
    assertThat(Samples.interaction("unsupported").data())
        .containsEntry("error.code", "131051")
        .containsEntry("error.details", "Message type is currently not supported.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown-array"})
  void aContactInAnUnknownArrayIsOneToo(String sample) {
    List<Item> items = Samples.split(sample);
    assertThat(items).hasSize(2);
    assertThat(((Item.Contact) items.get(0)).interaction().kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(((Item.Notice) items.get(1)).rule()).isEqualTo("unknown-notice");
  }

  @Test
  void aMessageWithoutAnIdIsKnownByItsContent() {
    ItemKey key = Samples.interaction("without-id").key();
    assertThat(key.nativeId()).matches("sha256:[0-9a-f]{64}");
    assertThat(Samples.interaction("without-id").key()).isEqualTo(key);
  }
}
