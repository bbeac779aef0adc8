// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import dev.gapless.api.config.Option;
import dev.gapless.http.graph.GraphOptions;
import dev.gapless.http.media.MediaOptions;
import java.util.List;
import java.util.stream.Stream;

/** The settings of the channel. What is needed to receive comes first and is all that must be. */
final class WhatsAppOptions {
  static final String VERIFY_TOKEN = "verify-token";
  static final String APP_SECRET = "app-secret";
  static final String TENANT = "tenant";
  static final String ACCOUNT = "account";
  static final String BUSINESS_ACCOUNT = "waba-id";
  static final String NUMBERS = "phone-number-ids";
  static final String MEDIA_HOSTS = "media-hosts";

  private static final List<Option> OWN =
      List.of(
          Option.required(
              VERIFY_TOKEN,
              Option.Type.SECRET,
              "The text you also enter as verify token where the webhook is set up in the app"
                  + " dashboard."),
          Option.required(
              APP_SECRET,
              Option.Type.SECRETS,
              "The app secret that signs webhooks (app dashboard, App settings, Basic); several"
                  + " while it is being changed, the app's own first."),
          Option.optional(
              TENANT,
              Option.Type.TEXT,
              "Which customer of the host application this is; leave it out if there is one only."),
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

  static final List<Option> ALL = Stream.concat(OWN.stream(), GraphOptions.all().stream()).toList();

  private WhatsAppOptions() {}
}
