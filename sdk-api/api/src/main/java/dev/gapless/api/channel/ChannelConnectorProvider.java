// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.channel;

import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import java.util.List;

/**
 * Makes connectors of one channel. Found by {@link java.util.ServiceLoader} (declare it in {@code
 * module-info} <em>and</em> in {@code META-INF/services}: each alone is invisible on the other
 * path) or handed to the builder of the engine. Needs a public constructor without parameters.
 */
public interface ChannelConnectorProvider {
  /** The channel's name as configuration says it: lower case, stable for ever. */
  String name();

  /** Every setting the connector understands; anything else in the configuration is an error. */
  List<Option> options();

  /**
   * Makes a connector. Called once per configured channel, before anything starts; makes no network
   * call.
   *
   * @param settings already checked against {@link #options()}
   * @throws dev.gapless.api.config.ConfigurationException listing every problem found
   */
  ChannelConnector create(Settings settings, ExtensionContext context);
}
