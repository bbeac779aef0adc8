// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Action;
import dev.gapless.api.Direction;
import dev.gapless.api.Interaction;
import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest {
  @Test
  void anEditBelongsToTheOriginal() {
    Item.Contact edit = Samples.contact("edit");
    Interaction edited = edit.interaction();
    assertThat(edit.change()).isEqualTo("edited:wamid.Z2FwbGVzcy1leGFtcGxlLTAzMQ==");
    assertThat(edited.key()).isEqualTo(Samples.interaction("text").key());
    assertThat(edited.action()).isEqualTo(Action.EDITED);
    assertThat(edited.text()).isEqualTo("Is the green one back in stock?");
    assertThat(edited.parent()).contains("wamid.Z2FwbGVzcy1leGFtcGxlLTkwMw==");
    assertThat(edited.changedAt()).isEqualTo(Instant.ofEpochSecond(1792000300));
  }

  @Test
  void anEditedCaptionKeepsItsFile() {
    Interaction edited = Samples.interaction("edit-image");
    assertThat(edited.key()).isEqualTo(Samples.interaction("image").key());
    assertThat(edited.text()).isEqualTo("The broken hinge, left side");
    assertThat(edited.attachments()).isEqualTo(Samples.interaction("image").attachments());
  }

  @Test
  void aRevokeRemovesTheOriginal() {
    Item.Contact revoke = Samples.contact("revoke");
    assertThat(revoke.change()).isEqualTo("removed:wamid.Z2FwbGVzcy1leGFtcGxlLTAzMw==");
    assertThat(revoke.interaction().key()).isEqualTo(Samples.interaction("text").key());
    assertThat(revoke.interaction().action()).isEqualTo(Action.REMOVED);
    assertThat(revoke.interaction().text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "type": "edit", "edit": {"message": {"type": "text", "text": {"body": "x"}}} | edit.original_message_id
          "type": "edit", "edit": {"original_message_id": "wamid.o"}                   | edit.message
          "type": "edit", "edit": 7                                                    | edit.original_message_id
          "type": "revoke", "revoke": {"original_message_id": ""}                      | revoke.original_message_id
          "type": "reaction", "reaction": {"emoji": "x"}                               | reaction.message_id
          "type": "reaction", "reaction": {"message_id": "wamid.o", "emoji": {}}       | reaction.emoji
          """)
  void aChangeThatCannotBeReadIsShownByItselfAndHarmsNothing(String parts, String field) {
    Item.Contact contact =
        (Item.Contact) Samples.splitText(Samples.message("\"id\": \"wamid.own\", " + parts)).get(0);
    assertThat(contact.interaction().kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(contact.interaction().key().nativeId()).isEqualTo("wamid.own");
    assertThat(contact.interaction().data()).containsEntry("unsupported.field", field);
  }

  @Test
  void aReactionIsAnItemPerMessageAndPerson() {
    Item.Contact first = Samples.contact("reaction");
    Item.Contact second = Samples.contact("reaction-changed");
    Item.Contact removal = Samples.contact("reaction-removed");
    assertThat(first.interaction().kind()).isEqualTo(Kind.REACTION);
    assertThat(first.interaction().action()).isEqualTo(Action.CREATED);
    assertThat(first.interaction().text()).isEqualTo("👍");
    assertThat(first.interaction().target()).contains("wamid.Z2FwbGVzcy1leGFtcGxlLTkwMA==");
    assertThat(first.interaction().key().space()).isEqualTo("reaction");
    assertThat(first.change()).isEqualTo("wamid.Z2FwbGVzcy1leGFtcGxlLTAxNQ==");
    assertThat(second.interaction().key()).isEqualTo(first.interaction().key());
    assertThat(second.event()).isNotEqualTo(first.event());
    assertThat(removal.interaction().key()).isEqualTo(first.interaction().key());
    assertThat(removal.interaction().action()).isEqualTo(Action.REMOVED);
    assertThat(removal.interaction().text()).isEmpty();
  }

  @Test
  void aReactionWithoutAnEmojiIsARemovalToo() {
    assertThat(Samples.interaction("reaction-removed-without-emoji").action())
        .isEqualTo(Action.REMOVED);
  }

  @Test
  void twoPeoplesReactionsAreTwoItems() {
    assertThat(Samples.interaction("echo-reaction").key())
        .isNotEqualTo(Samples.interaction("reaction").key());
    String sample = new String(Samples.bytes("reaction"), java.nio.charset.StandardCharsets.UTF_8);
    Item ben = Samples.splitText(sample.replace(Samples.ADA, Samples.BEN)).get(0);
    assertThat(ben.event().item()).isNotEqualTo(Samples.interaction("reaction").key());
  }

  @Test
  void aReactionKeyDoesNotShowThePhoneNumber() {
    assertThat(Samples.interaction("reaction").key().canonical()).doesNotContain(Samples.ADA);
  }

  @Test
  void whatStaffWriteInTheAppIsOutbound() {
    Interaction echo = Samples.interaction("echo-text");
    assertThat(echo.direction()).isEqualTo(Direction.OUT);
    assertThat(echo.text()).isEqualTo("We just shipped it.");
    assertThat(echo.author().orElseThrow().identifiers()).isEmpty();
    assertThat(echo.author().orElseThrow().name()).isEmpty();
    assertThat(echo.customer().orElseThrow().identifiers())
        .extracting(identifier -> identifier.value())
        .containsExactly(Samples.ADA_ID, Samples.ADA, "+" + Samples.ADA);
    assertThat(echo.conversation().orElseThrow().id()).isEqualTo(Samples.ADA);
  }

  @Test
  void echoesOfEditsAndRevokesBelongToTheEcho() {
    assertThat(Samples.interaction("echo-edit").key())
        .isEqualTo(Samples.interaction("echo-text").key());
    assertThat(Samples.interaction("echo-edit").direction()).isEqualTo(Direction.OUT);
    assertThat(Samples.interaction("echo-revoke").key())
        .isEqualTo(Samples.interaction("echo-text").key());
    assertThat(Samples.interaction("echo-revoke").action()).isEqualTo(Action.REMOVED);
  }

  @Test
  void anEchoToSomebodyWithoutANumberHasAThread() {
    assertThat(Samples.interaction("echo-user-id").conversation().orElseThrow().id())
        .isEqualTo(Samples.ADA_ID);
  }
}
