// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Conversation;
import dev.gapless.api.channel.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticesTest {
  @ParameterizedTest
  @CsvSource({
    "leadgen, lead-notice",
    "parking, page-notice",
    "inbox_labels, inbox-notice",
    "calls, call-notice",
    "story_insights, insight-notice",
    "telepathy, unknown-notice"
  })
  void aFieldWithoutContactsIsCountedUnderItsRule(String field, String rule) {
    Item.Notice notice = Samples.notice(Samples.change(field, "{\"x\": 1}"));
    assertThat(notice.rule()).isEqualTo(rule);
    assertThat(notice.kind()).isEqualTo(field);
    assertThat(notice.path()).isEqualTo("entry[0].changes[0].value");
  }

  @ParameterizedTest
  @CsvSource({
    "video, mute, rights-notice",
    "connection, add, page-notice",
    "profile, update, page-notice"
  })
  void anItemThatIsNoContactIsCounted(String item, String verb, String rule) {
    String parts = "\"item\": \"" + item + "\", \"verb\": \"" + verb + "\", \"video_id\": 1";
    assertThat(Samples.notice(Samples.feed(parts)).rule()).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "optin, opt-in",
    "pass_thread_control, thread-control",
    "take_thread_control, thread-control",
    "request_thread_control, thread-control",
    "account_linking, account-linking",
    "policy-enforcement, account-notice",
    "messaging_feedback, feedback-form"
  })
  void anEventThatIsNoContactIsCountedWithItsThread(String event, String rule) {
    Item.Notice notice = Samples.notice(Samples.event("\"" + event + "\": {\"a\": 1}"));
    assertThat(notice.rule()).isEqualTo(rule);
    assertThat(notice.conversation()).contains(Conversation.of(Samples.ADA));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"object": "page", "entry": []}                                             | empty
          {"object": "page", "entry": [{"id": "1", "time": 5}]}                       | empty
          {"object": "page", "entry": [{"id": "1", "messaging": [{}]}]}               | empty-event
          {"object": "page", "entry": [{"id": "1", "changed_fields": ["feed"]}]}      | without-values
          {"object": "permissions", "entry": [{"changes": [{"field": "a", "value": 1}]}]} | not-facebook
          {"object": "user", "entry": [{"messaging": [{"message": {}}]}]}             | not-facebook
          {"object": "page", "entry": [{"id": "1", "telepathy": [1]}]}                | unknown-notice
          {"object": "page", "entry": [{"id": "1", "messaging": [{"telepathy": {}}]}]} | unknown-notice
          {"object": "page", "entry": [{"changes": [{"field": "feed", "value": {"item": "x"}}]}]} | unknown-notice
          {"data": [{"id": "1", "message": "x"}], "paging": {}}                       | no-webhook
          {"error": {"code": 190}}                                                    | no-webhook
          """)
  void everythingElseIsCountedToo(String body, String rule) {
    assertThat(Samples.notice(body).rule()).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({"story_reactions", "telepathy"})
  void anUnknownFieldWithAnAuthorIsAContact(String field) {
    Item.Contact contact =
        Samples.onlyContact(
            Samples.splitText(
                Samples.change(field, "{\"from\": {\"id\": \"5\"}, \"comment_id\": \"1_2\"}")));
    assertThat(contact.interaction().data()).containsEntry("unsupported.field", field);
    assertThat(contact.interaction().key().nativeId()).isEqualTo("1_2");
  }

  @Test
  void everyRowHasAPageAndNoRuleIsReadAgainByMistake() {
    assertThat(NoticeTable.ROWS)
        .allSatisfy(
            row -> {
              assertThat(row.page()).startsWith("https://developers.facebook.com/docs/");
              assertThat(row.rule()).doesNotStartWith("unknown-");
            });
  }
}
