// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.channel;

import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.State;
import java.time.Clock;

/** What a connector is lent that only reads: the time and a name. */
record Lent(String connectionName) implements ExtensionContext {
  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public State state() {
    throw new IllegalStateException("reading a payload remembers nothing");
  }

  @Override
  public String loggerName() {
    return "dev.gapless." + connectionName;
  }
}
