// SPDX-License-Identifier: Apache-2.0
/**
 * The channel {@code facebook}: contacts that reach a company on its Facebook pages, in Messenger
 * and on Instagram.
 */
@org.jspecify.annotations.NullMarked
module dev.gapless.connector.facebook {
  requires transitive dev.gapless.api;
  requires com.fasterxml.jackson.databind;
  requires dev.gapless.http;

  exports dev.gapless.connector.facebook;

  provides dev.gapless.api.channel.ChannelConnectorProvider with
      dev.gapless.connector.facebook.FacebookConnectorProvider;
}
