// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import dev.gapless.api.config.Option;
import dev.gapless.http.graph.GraphOptions;
import dev.gapless.http.media.MediaOptions;
import dev.gapless.http.signature.HubOptions;
import java.util.List;
import java.util.stream.Stream;

/** The settings of the channel. What is needed to receive comes first and is all that must be. */
final class WhatsAppOptions {
  static final String ACCOUNT = "account";
  static final String BUSINESS_ACCOUNT = "waba-id";
  static final String NUMBERS = "phone-number-ids";
  static final String MEDIA_HOSTS = "media-hosts";

  private static final List<Option> OWN =
      List.of(
          Option.optional(
              ACCOUNT,
              Option.Type.TEXT,
              "The phone number id that counts for events which name none."),
          Option.optional(
              BUSINESS_ACCOUNT,
              Option.Type.TEXT,
              "The id of the WhatsApp Business Account, for the set-up check."),
          Option.optional(
              NUMBERS,
              Option.Type.LIST,
              "The ids of the phone numbers that the set-up check looks at; all of the account if"
                  + " left out."),
          Option.withDefault(
              MEDIA_HOSTS,
              Option.Type.LIST,
              "lookaside.fbsbx.com",
              "Hosts that files are fetched from, besides the Graph API's own; the token is shown to"
                  + " them."),
          MediaOptions.timeout());

  static final List<Option> ALL =
      Stream.of(HubOptions.all(), OWN, GraphOptions.all()).flatMap(List::stream).toList();

  private WhatsAppOptions() {}
}
