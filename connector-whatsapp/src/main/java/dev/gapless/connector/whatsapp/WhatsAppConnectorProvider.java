// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import dev.gapless.api.channel.ChannelConnector;
import dev.gapless.api.channel.ChannelConnectorProvider;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import dev.gapless.http.payload.KeyPart;
import dev.gapless.http.signature.HubDoor;
import java.util.List;

/**
 * Makes the connector of the channel {@code whatsapp}. What it makes also is a {@link
 * dev.gapless.api.channel.WebhookReceiver}; it does no input or output of its own.
 */
public final class WhatsAppConnectorProvider implements ChannelConnectorProvider {
  static final String NAME = "whatsapp";
  static final String VERIFY_TOKEN = "verify-token";
  static final String APP_SECRET = "app-secret";
  static final String TENANT = "tenant";
  static final String ACCOUNT = "account";

  private static final List<Option> OPTIONS =
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
                  + " while it is being changed."),
          Option.optional(
              TENANT,
              Option.Type.TEXT,
              "Which customer of the host application this is; leave it out if there is one only."),
          Option.optional(
              ACCOUNT,
              Option.Type.TEXT,
              "The phone number id that counts for events which name none."));

  /** For {@link java.util.ServiceLoader}. */
  public WhatsAppConnectorProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Option> options() {
    return OPTIONS;
  }

  @Override
  public ChannelConnector create(Settings settings, ExtensionContext context) {
    List<String> problems = KeyPart.problems(settings, List.of(TENANT, ACCOUNT));
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return new WhatsAppConnector(
        new HubDoor(
            () -> settings.secret(VERIFY_TOKEN).reveal(), () -> settings.secrets(APP_SECRET)),
        settings.optionalText(TENANT).orElse(""),
        settings.optionalText(ACCOUNT));
  }
}
