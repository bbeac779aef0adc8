// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Conversation;
import dev.gapless.api.Identifier;
import dev.gapless.api.Interaction;
import dev.gapless.api.channel.Item;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
  @Test
  void allNamesOfAPersonAreKept() {
    Interaction message = Samples.interaction("user-id-beside-number");
    assertThat(message.author().orElseThrow().identifiers())
        .containsExactly(
            new Identifier(Identifier.WHATSAPP_USER_ID, Samples.ADA_ID),
            new Identifier(Identifier.WHATSAPP_PARENT_USER_ID, Samples.ADA_PARENT),
            new Identifier(Identifier.WHATSAPP_ID, Samples.ADA),
            new Identifier(Identifier.PHONE, "+" + Samples.ADA),
            new Identifier(Identifier.HANDLE, "@ada.example"));
    assertThat(message.conversation())
        .contains(new Conversation(Samples.ADA, List.of(Samples.ADA_ID, Samples.ADA_PARENT)));
  }

  @Test
  void aChatThatLosesItsNumberStaysOneThread() {
    Conversation before = Samples.interaction("user-id-beside-number").conversation().orElseThrow();
    Conversation after = Samples.interaction("user-id-only").conversation().orElseThrow();
    assertThat(ids(before)).containsAll(ids(after));
    assertThat(after.id()).isEqualTo(Samples.ADA_ID);
  }

  @Test
  void reactionsOfAPersonWhoLosesTheNumberStayOneItem() {
    String target = "\"type\": \"reaction\", \"reaction\": {\"message_id\": \"wamid.t\"}";
    Item with =
        Samples.splitText(
                Samples.message(
                    "\"from_user_id\": \"" + Samples.ADA_ID + "\", \"id\": \"wamid.1\", " + target))
            .get(0);
    Item without =
        Samples.splitText(
                Samples.webhook(
                    "messages",
                    "\"messages\": [{\"from_user_id\": \""
                        + Samples.ADA_ID
                        + "\", \"id\": \"wamid.2\", "
                        + target
                        + "}]"))
            .get(0);
    assertThat(without.event().item()).isEqualTo(with.event().item());
  }

  @ParameterizedTest
  @ValueSource(strings = {"user-id-only", "user-id-number-empty", "user-id-in-place-of-number"})
  void aUserIdIsNeverAPhoneNumber(String sample) {
    assertThat(Samples.interaction(sample).author().orElseThrow().identifiers())
        .contains(new Identifier(Identifier.WHATSAPP_USER_ID, Samples.ADA_ID))
        .noneMatch(identifier -> identifier.type().equals(Identifier.PHONE))
        .noneMatch(identifier -> identifier.type().equals(Identifier.WHATSAPP_ID));
  }

  @Test
  void aParentUserIdInPlaceOfTheNumberIsOne() {
    Person person = Person.of(Optional.of(Samples.ADA_PARENT), Optional.empty(), Optional.empty());
    assertThat(person.parentUserId()).contains(Samples.ADA_PARENT);
    assertThat(person.waId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456", "1234567890123456", "WHATSAPP_ID", "44 7700 900123"})
  void anIdThatIsNoNumberGetsNoPhone(String id) {
    Person person = Person.of(Optional.of(id), Optional.empty(), Optional.empty());
    assertThat(person.party().orElseThrow().identifiers())
        .containsExactly(new Identifier(Identifier.WHATSAPP_ID, id));
  }

  @Test
  void aPlusSignMakesNoOtherPerson() {
    Interaction message = Samples.interaction("number-with-plus");
    assertThat(message.conversation()).contains(Conversation.of(Samples.ADA));
    assertThat(message.author().orElseThrow().name()).contains("Ada Example");
    assertThat(message.author().orElseThrow().identifiers())
        .containsExactly(
            new Identifier(Identifier.WHATSAPP_ID, "+" + Samples.ADA),
            new Identifier(Identifier.PHONE, "+" + Samples.ADA));
  }

  @Test
  void namesAreFoundByIdNotByPosition() {
    assertThat(Samples.interaction("contacts-in-other-order").author().orElseThrow().name())
        .contains("Ben Sample");
  }

  @Test
  void aNameOfSomebodyElseIsNotTaken() {
    String body =
        Samples.webhook(
            "messages",
            """
            "contacts": [{"profile": {"name": "Ada Example"}, "wa_id": "447700900123"}],
            "messages": [{"from": "447700900456", "id": "wamid.1", "type": "text",
              "text": {"body": "hello"}}]
            """);
    Interaction message = ((Item.Contact) Samples.splitText(body).get(0)).interaction();
    assertThat(message.author().orElseThrow().name()).isEmpty();
  }

  @Test
  void aGroupIsOneThreadWithManyAuthors() {
    Interaction message = Samples.interaction("group-text");
    assertThat(message.conversation()).contains(Conversation.of("120363000000000001@g.us"));
    assertThat(message.author().orElseThrow().name()).contains("Ben Sample");
  }

  @ParameterizedTest
  @ValueSource(strings = {"system-number-changed", "system-number-changed-legacy"})
  void aChangedNumberJoinsTwoThreads(String sample) {
    Item.Notice notice = Samples.notice(sample);
    assertThat(notice.kind()).isEqualTo("user_changed_number");
    assertThat(notice.rule()).isEqualTo("identity-change");
    assertThat(ids(notice.conversation().orElseThrow()))
        .containsExactly("447700900321", Samples.ADA);
    assertThat(notice.event().item().account()).isEqualTo(Samples.ACCOUNT);
  }

  @Test
  void aChangedUserIdJoinsTwoThreads() {
    assertThat(ids(Samples.notice("system-user-id-changed").conversation().orElseThrow()))
        .containsExactly("GB.70020030040099", Samples.ADA, Samples.ADA_ID);
    assertThat(ids(Samples.notice("user-id-update").conversation().orElseThrow()))
        .contains("GB.70020030040099", Samples.ADA_ID, Samples.ADA);
  }

  @Test
  void aChangedDeviceJoinsNothing() {
    Item.Notice notice = Samples.notice("system-identity-changed");
    assertThat(notice.rule()).isEqualTo("identity-change");
    assertThat(notice.conversation()).isEmpty();
  }

  @Test
  void somebodyWithoutAnyIdIsParked() {
    assertThat(Samples.only("without-sender"))
        .isInstanceOfSatisfying(
            Item.Unreadable.class,
            unreadable ->
                assertThat(unreadable.reason())
                    .contains("entry[0].changes[0].value.messages[0]", "from_user_id"));
  }

  private static List<String> ids(Conversation conversation) {
    return Stream.concat(Stream.of(conversation.id()), conversation.aliases().stream()).toList();
  }
}
