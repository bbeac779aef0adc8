// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.config.State;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A state that outlives an adapter, as the journal's does. */
final class MemoryState implements State {
  private final Map<String, String> values = new HashMap<>();

  @Override
  public synchronized Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  @Override
  public synchronized boolean compareAndSet(String key, Optional<String> expected, String value) {
    if (!get(key).equals(expected)) {
      return false;
    }
    values.put(key, value);
    return true;
  }
}
