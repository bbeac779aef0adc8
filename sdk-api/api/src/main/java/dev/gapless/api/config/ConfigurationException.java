// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.config;

import dev.gapless.api.GaplessException;
import java.util.List;

/** The configuration cannot be used. Lists every problem, not only the first. */
public class ConfigurationException extends GaplessException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  public ConfigurationException(List<String> problems) {
    super(
        problems.size() == 1
            ? problems.get(0)
            : problems.size() + " problems:\n- " + String.join("\n- ", problems));
    this.problems = List.copyOf(problems);
  }

  public ConfigurationException(String problem) {
    this(List.of(problem));
  }

  /** Each names the key, the place and the remedy. */
  public List<String> problems() {
    return problems;
  }
}
