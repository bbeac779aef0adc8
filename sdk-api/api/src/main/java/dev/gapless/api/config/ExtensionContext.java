// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.config;

import java.time.Clock;

/** All that the engine lends to a connector or adapter. */
public interface ExtensionContext {
  /** The only clock to use. */
  Clock clock();

  /** Durable memory of this extension: a cursor, a budget, a rotated token. */
  State state();

  /** The name to log under, {@code dev.gapless.} plus the connection's name. */
  String loggerName();

  /** The connection's name in the configuration, for messages. */
  String connectionName();
}
