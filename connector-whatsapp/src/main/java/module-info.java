// SPDX-License-Identifier: Apache-2.0
/**
 * The channel {@code whatsapp}: contacts that reach a company over the Cloud API of the WhatsApp
 * Business Platform.
 */
@org.jspecify.annotations.NullMarked
module dev.gapless.connector.whatsapp {
  requires transitive dev.gapless.api;
  requires com.fasterxml.jackson.databind;
  requires dev.gapless.http;

  exports dev.gapless.connector.whatsapp;

  provides dev.gapless.api.channel.ChannelConnectorProvider with
      dev.gapless.connector.whatsapp.WhatsAppConnectorProvider;
}
