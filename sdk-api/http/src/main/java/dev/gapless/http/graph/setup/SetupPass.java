// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph.setup;

import dev.gapless.api.SetupReport;
import dev.gapless.api.config.ConfigurationException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Looks at a set-up once, or mends it between two looks. A secret that cannot be had is a finding.
 */
public final class SetupPass {
  private final Function<Findings, Optional<String>> look;
  private final BiConsumer<Optional<String>, Findings> mend;

  /**
   * @param look read-only; answers the app's id, if it is known
   * @param mend given that id
   */
  public SetupPass(
      Function<Findings, Optional<String>> look, BiConsumer<Optional<String>, Findings> mend) {
    this.look = look;
    this.mend = mend;
  }

  /** What is found. */
  public SetupReport check() {
    Findings found = new Findings();
    look(found);
    return found.report();
  }

  /** What could not be mended, and what is found afterwards. */
  public SetupReport repair() {
    Optional<String> app = look(new Findings());
    Findings found = new Findings();
    try {
      mend.accept(app, found);
    } catch (ConfigurationException e) {
      found.unusable(e);
    }
    look(found);
    return found.report();
  }

  private Optional<String> look(Findings found) {
    try {
      return look.apply(found);
    } catch (ConfigurationException e) {
      found.unusable(e);
      return Optional.empty();
    }
  }
}
