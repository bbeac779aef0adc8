// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.channel.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticesTest {
  @ParameterizedTest
  @CsvSource({
    "account-update, account_update, account-notice, 1",
    "template-status, message_template_status_update, template-notice, 1",
    "account-errors, errors, account-error, 1",
    "user-preferences, user_preferences, marketing-preference, 1",
    "group-participants, group_participants_update, group-notice, 1",
    "calls, calls, call-notice, 2",
    "user-id-update, user_id_update, identity-change, 1",
    "state-sync, smb_app_state_sync, contact-sync, 2",
    "unknown-field, telepathy_update, unknown-notice, 1",
    "other-platform, messaging, not-whatsapp, 2",
    "send-answer, body, no-webhook, 1",
    "send-request, body, no-webhook, 1",
    "empty, body, empty, 1"
  })
  void whatIsNoContactIsLeftOutByANamedRule(String sample, String kind, String rule, int count) {
    assertThat(Samples.split(sample))
        .hasSize(count)
        .allSatisfy(item -> assertThat(((Item.Notice) item).rule()).isEqualTo(rule))
        .first()
        .satisfies(item -> assertThat(((Item.Notice) item).kind()).isEqualTo(kind));
  }

  @Test
  void theSameNoticeIsRecognisedWhateverItsEnvelope() {
    String inChange =
        """
        {"entry": [{"id": "5550900800700", "time": 1, "changes": [
          {"field": "flows", "value": {"a": 1.0, "b": [true, null, "\\u00e9"]}}]}]}
        """;
    String flat =
        """
        {"entry": [{"id": "5550900800700", "time": 2, "value": {"b": [true, null, "é"], "a": 1},
          "field": "flows"}]}
        """;
    assertThat(Samples.splitText(flat).get(0).event())
        .isEqualTo(Samples.splitText(inChange).get(0).event());
  }

  @Test
  void differentNoticesAreNotConfused() {
    String one = "{\"field\": \"flows\", \"value\": {}}";
    assertThat(Samples.splitText(one).get(0).event())
        .isNotEqualTo(Samples.splitText(one.replace("flows", "security")).get(0).event())
        .isNotEqualTo(Samples.splitText(one.replace("{}", "{\"a\": 1}")).get(0).event());
  }

  @Test
  void aFieldNameThatCouldBeAnythingIsNotShown() {
    Item.Notice notice =
        (Item.Notice)
            Samples.splitText("{\"field\": \"+44 7700 900123\", \"value\": {\"a\": 1}}").get(0);
    assertThat(notice.kind()).isEqualTo("value");
  }

  @Test
  void everyRowNamesItsRuleAndItsPage() {
    assertThat(NoticeTable.ROWS).extracting(NoticeTable.Row::name).doesNotHaveDuplicates();
    assertThat(NoticeTable.ROWS)
        .allSatisfy(
            row -> {
              assertThat(row.rule()).matches("[a-z]+(-[a-z]+)*");
              assertThat(row.page())
                  .startsWith("https://developers.facebook.com/documentation/business-messaging/");
            });
  }
}
