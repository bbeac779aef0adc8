// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.signature;

import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import java.util.List;
import java.util.stream.Stream;

/** The settings that every channel of Meta's needs to receive. */
public final class HubOptions {
  public static final String VERIFY_TOKEN = "verify-token";
  public static final String APP_SECRET = "app-secret";
  public static final String TENANT = "tenant";

  private static final List<Option> ALL =
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
              "Which customer of the host application this is; leave it out if there is one only."));

  private HubOptions() {}

  /** To be added to a connector's own options, before these. */
  public static List<Option> all() {
    return ALL;
  }

  /**
   * The door these settings describe.
   *
   * @param moreSecrets further settings whose secrets sign webhooks too, where they are given
   */
  public static HubDoor door(Settings settings, String... moreSecrets) {
    return new HubDoor(
        () -> settings.secret(VERIFY_TOKEN).reveal(),
        () ->
            Stream.concat(Stream.of(APP_SECRET), Stream.of(moreSecrets))
                .filter(settings::has)
                .flatMap(key -> settings.secrets(key).stream())
                .toList());
  }
}
