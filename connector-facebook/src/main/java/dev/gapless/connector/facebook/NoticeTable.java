// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is no contact, by the name the platform gives it: the field of a change, the item or verb of
 * a feed change, or the name of a messaging event. Rules that begin with {@code unknown-} mark what
 * is read again after an upgrade or a mended configuration.
 */
final class NoticeTable {
  /** An event of a page or Instagram account that is not configured here. */
  static final String UNKNOWN_ACCOUNT = "unknown-account";

  /** A webhook of another of Meta's platforms that shares the address. */
  static final String NOT_FACEBOOK = "not-facebook";

  /** The subscription was made without values: something changed, but not what. */
  static final String WITHOUT_VALUES = "without-values";

  /** An element of {@code messaging[]} with nothing in it. */
  static final String EMPTY_EVENT = "empty-event";

  private static final String DOCS = "https://developers.facebook.com/docs/";
  private static final String PAGE = DOCS + "graph-api/webhooks/reference/page";
  private static final String INSTAGRAM = DOCS + "instagram-platform/webhooks";
  private static final String MESSENGER = DOCS + "messenger-platform/reference/webhook-events";

  /**
   * @param name the platform's name
   * @param rule the rule that leaves it out
   * @param page where the platform describes it
   */
  record Row(String name, String rule, String page) {}

  static final List<Row> ROWS =
      List.of(
          new Row("leadgen", "lead-notice", PAGE),
          new Row("conversations", "inbox-notice", PAGE),
          new Row("inbox_labels", "inbox-notice", PAGE),
          new Row("business_integrity", "account-notice", PAGE),
          new Row("messaging_policy_enforcement", "account-notice", MESSENGER),
          new Row("policy_enforcement", "account-notice", MESSENGER),
          // A sample of the platform writes it so.
          new Row("policy-enforcement", "account-notice", MESSENGER),
          new Row("app_roles", "account-notice", MESSENGER),
          new Row("calls", "call-notice", PAGE),
          new Row("follow", "follow-notice", PAGE),
          new Row("story_insights", "insight-notice", INSTAGRAM),
          new Row("share_to_story", "insight-notice", INSTAGRAM),
          new Row("block", "rights-notice", PAGE),
          new Row("unblock", "rights-notice", PAGE),
          new Row("mute", "rights-notice", PAGE),
          new Row("connection", "page-notice", PAGE),
          new Row("group", "page-notice", PAGE),
          new Row("interest", "page-notice", PAGE),
          new Row("page", "page-notice", PAGE),
          new Row("profile", "page-notice", PAGE),
          new Row("relationship-status", "page-notice", PAGE),
          new Row("address", "page-notice", PAGE),
          new Row("optin", "opt-in", MESSENGER),
          new Row("optout", "opt-in", MESSENGER),
          new Row("message_context", "message-context", MESSENGER),
          new Row("pass_thread_control", "thread-control", MESSENGER),
          new Row("take_thread_control", "thread-control", MESSENGER),
          new Row("request_thread_control", "thread-control", MESSENGER),
          new Row("account_linking", "account-linking", MESSENGER),
          new Row("game_play", "game-play", MESSENGER),
          new Row("messaging_feedback", "feedback-form", MESSENGER),
          new Row("messaging_customer_information", "customer-information", MESSENGER),
          new Row("messaging_in_thread_lead_form_submit", "lead-notice", MESSENGER));

  /** Fields of a page that tell that its own profile changed. */
  private static final Set<String> PROFILE =
      Set.of(
          "about",
          "attire",
          "awards",
          "bio",
          "birthday",
          "category",
          "company_overview",
          "culinary_team",
          "current_location",
          "description",
          "email",
          "founded",
          "general_info",
          "general_manager",
          "hometown",
          "hours",
          "location",
          "members",
          "mission",
          "name",
          "parking",
          "payment_options",
          "personal_info",
          "personal_interests",
          "phone",
          "picture",
          "price_range",
          "product_review",
          "products",
          "public_transit",
          "website");

  private static final Map<String, Row> BY_NAME =
      Stream.concat(ROWS.stream(), PROFILE.stream().map(name -> new Row(name, "page-notice", PAGE)))
          .collect(Collectors.toUnmodifiableMap(Row::name, Function.identity()));

  private NoticeTable() {}

  /** The rule for a name, if the table has it. */
  static Optional<String> rule(String name) {
    return Optional.ofNullable(BY_NAME.get(name)).map(Row::rule);
  }
}
