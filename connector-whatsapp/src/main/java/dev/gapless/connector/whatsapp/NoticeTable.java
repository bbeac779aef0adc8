// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is no contact, by the name the platform gives it: the field of a change, the name of an
 * array, the type of a system message or an error code.
 */
final class NoticeTable {
  /** What the platform's webhooks say they are about. */
  static final String OBJECT = "whatsapp_business_account";

  /** A webhook of another platform that shares the address. */
  static final String NOT_WHATSAPP = "not-whatsapp";

  /** A status value that this version does not know; legacy {@code deleted}, {@code warning}. */
  static final String UNKNOWN_STATUS = "unknown-status";

  /** How far the import of the history has come. */
  static final String HISTORY_PROGRESS = "history-progress";

  /** A system message of a type that this version does not know. */
  static final String SYSTEM = "system-notice";

  private static final String DOCS =
      "https://developers.facebook.com/documentation/business-messaging/whatsapp/";
  private static final String FIELDS = DOCS + "webhooks/reference/";
  private static final String IDS = DOCS + "business-scoped-user-ids";
  private static final String GROUPS = DOCS + "groups/webhooks";
  private static final String CALLS = DOCS + "calling/reference";

  /**
   * @param name the platform's name
   * @param rule the rule that leaves it out
   * @param page where the platform describes it
   */
  record Row(String name, String rule, String page) {}

  static final List<Row> ROWS =
      List.of(
          new Row("account_alerts", "account-notice", FIELDS + "account_alerts"),
          new Row("account_review_update", "account-notice", FIELDS + "account_review_update"),
          new Row("account_settings_update", "account-notice", FIELDS + "account_settings_update"),
          new Row("account_update", "account-notice", FIELDS + "account_update"),
          new Row(
              "business_capability_update",
              "account-notice",
              FIELDS + "business_capability_update"),
          new Row("business_username_update", "account-notice", IDS),
          new Row("business_username_updates", "account-notice", IDS),
          new Row("partner_solutions", "account-notice", FIELDS + "partner_solutions"),
          new Row(
              "payment_configuration_update",
              "account-notice",
              FIELDS + "payment_configuration_update"),
          new Row(
              "phone_number_name_update", "account-notice", FIELDS + "phone_number_name_update"),
          new Row(
              "phone_number_quality_update",
              "account-notice",
              FIELDS + "phone_number_quality_update"),
          new Row("security", "account-notice", FIELDS + "security"),
          new Row("errors", "account-error", FIELDS + "messages/errors"),
          new Row(
              "message_template_components_update",
              "template-notice",
              FIELDS + "message_template_components_update"),
          new Row(
              "message_template_quality_update",
              "template-notice",
              FIELDS + "message_template_quality_update"),
          new Row(
              "message_template_status_update",
              "template-notice",
              FIELDS + "message_template_status_update"),
          new Row(
              "template_category_update", "template-notice", FIELDS + "template_category_update"),
          new Row("group_lifecycle_update", "group-notice", GROUPS),
          new Row("group_participants_update", "group-notice", GROUPS),
          new Row("group_settings_update", "group-notice", GROUPS),
          new Row("group_status_update", "group-notice", GROUPS),
          new Row("groups", "group-notice", GROUPS),
          new Row("calls", "call-notice", CALLS),
          new Row("user_preferences", "marketing-preference", FIELDS + "user_preferences"),
          new Row("user_id_update", "identity-change", IDS),
          new Row("customer_identity_changed", "identity-change", FIELDS + "messages/system"),
          new Row("user_changed_number", "identity-change", FIELDS + "messages/system"),
          new Row("user_changed_user_id", "identity-change", IDS),
          new Row("smb_app_state_sync", "contact-sync", FIELDS + "smb_app_state_sync"),
          new Row("state_sync", "contact-sync", FIELDS + "smb_app_state_sync"),
          new Row("2593109", "history-refused", FIELDS + "history"),
          new Row("flows", "flow-notice", DOCS + "flows"),
          new Row("automatic_events", "automatic-event", DOCS + "webhooks/overview"));

  private static final Map<String, Row> BY_NAME =
      ROWS.stream().collect(Collectors.toUnmodifiableMap(Row::name, Function.identity()));

  private NoticeTable() {}

  /** The rule for a name, if the table has it. */
  static Optional<String> rule(String name) {
    return Optional.ofNullable(BY_NAME.get(name)).map(Row::rule);
  }
}
