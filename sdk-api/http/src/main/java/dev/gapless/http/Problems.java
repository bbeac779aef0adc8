// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import dev.gapless.api.config.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collects what is wrong with a configuration, so that all of it comes in one message. For one
 * thread.
 */
public final class Problems {
  private final List<String> found = new ArrayList<>();

  public Problems() {}

  public Problems add(List<String> problems) {
    found.addAll(problems);
    return this;
  }

  /** What the step makes; empty if the configuration does not allow it, which is then noted. */
  public <T> Optional<T> attempt(Supplier<T> step) {
    try {
      return Optional.of(step.get());
    } catch (ConfigurationException e) {
      found.addAll(e.problems());
      return Optional.empty();
    }
  }

  /**
   * What an attempt made, if nothing at all is wrong.
   *
   * @throws ConfigurationException with every problem
   */
  public <T> T unlessAny(Optional<T> made) {
    if (!found.isEmpty() || made.isEmpty()) {
      throw new ConfigurationException(found);
    }
    return made.get();
  }
}
