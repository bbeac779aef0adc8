// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import java.util.List;

/**
 * What the connector wants of the platform: fields to be told of, rights to read with.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/reference/page">Page
 *     webhooks</a>
 * @see <a href="https://developers.facebook.com/docs/permissions">Permissions</a>
 */
final class Wishes {
  static final List<String> PAGE_FIELDS =
      List.of(
          "feed",
          "mention",
          "ratings",
          "messages",
          "message_echoes",
          "message_edits",
          "message_reactions",
          "message_deliveries",
          "message_reads",
          "messaging_postbacks",
          "messaging_referrals",
          "messaging_handovers",
          "standby");

  static final List<String> INSTAGRAM_FIELDS =
      List.of(
          "comments",
          "live_comments",
          "mentions",
          "messages",
          "message_edit",
          "message_reactions",
          "messaging_postbacks",
          "messaging_referral",
          "messaging_seen",
          "messaging_handover",
          "standby");

  static final List<String> PAGE_SCOPES =
      List.of(
          "pages_show_list",
          "pages_read_engagement",
          "pages_read_user_content",
          "pages_manage_metadata",
          "pages_messaging");

  static final List<String> INSTAGRAM_SCOPES =
      List.of("instagram_basic", "instagram_manage_comments", "instagram_manage_messages");

  static final String DASHBOARD =
      "app dashboard, Use cases or Products, Webhooks, choose the object, then Subscribe";

  private Wishes() {}
}
