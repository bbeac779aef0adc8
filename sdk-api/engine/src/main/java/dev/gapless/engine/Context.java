// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine;

import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.State;
import java.time.Clock;

/** What one connector or adapter is lent. */
record Context(String connectionName, Clock clock, JournalStates states)
    implements ExtensionContext {
  @Override
  public State state() {
    return states.of(connectionName);
  }

  @Override
  public String loggerName() {
    return "dev.gapless." + connectionName;
  }
}
