// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the connector wants of the platform for one kind of webhook: fields to be told of, rights to
 * read with.
 *
 * @param object what the webhook is about
 * @param required without one of these, contacts are missing
 * @param useful without one of these, only circumstances are
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/reference/page">Page
 *     webhooks</a>
 * @see <a href="https://developers.facebook.com/docs/permissions">Permissions</a>
 */
record Wishes(String object, List<String> required, List<String> useful, List<String> scopes) {
  static final Wishes PAGE =
      new Wishes(
          Contents.PAGE,
          List.of(
              "feed",
              "mention",
              "ratings",
              "messages",
              "message_echoes",
              "message_edits",
              "message_reactions",
              "messaging_postbacks"),
          List.of(
              "message_deliveries",
              "message_reads",
              "messaging_referrals",
              "messaging_handovers",
              "standby"),
          List.of(
              "pages_show_list",
              "pages_read_engagement",
              "pages_read_user_content",
              "pages_manage_metadata",
              "pages_messaging"));

  static final Wishes INSTAGRAM =
      new Wishes(
          Contents.INSTAGRAM,
          List.of(
              "comments",
              "live_comments",
              "mentions",
              "messages",
              "message_edit",
              "message_reactions",
              "messaging_postbacks"),
          List.of("messaging_referral", "messaging_seen", "messaging_handover", "standby"),
          List.of("instagram_basic", "instagram_manage_comments", "instagram_manage_messages"));

  static final String DASHBOARD =
      "app dashboard, Products, Webhooks, choose the object, then Subscribe";

  List<String> fields() {
    return Stream.concat(required.stream(), useful.stream()).toList();
  }
}
