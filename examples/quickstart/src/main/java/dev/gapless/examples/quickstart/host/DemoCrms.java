// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import dev.gapless.examples.quickstart.console.ToldException;
import dev.gapless.examples.quickstart.crm.DemoCrm;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Starts the demo CRM where people expect it, or elsewhere if that place is taken. */
public final class DemoCrms {
  /** Where it listens if nobody says otherwise and nobody else does. */
  public static final int USUAL_PORT = 8086;

  private DemoCrms() {}

  /**
   * A CRM that listens.
   *
   * @param port the port; empty takes the usual one, or a free one where that is taken
   * @throws ToldException if the port cannot be had
   */
  public static DemoCrm start(Optional<Integer> port) {
    try {
      return DemoCrm.builder().port(port.orElse(USUAL_PORT)).build().start();
    } catch (UncheckedIOException e) {
      if (port.isPresent()) {
        throw new ToldException(
            "The CRM cannot listen on port "
                + port.get()
                + ": something else does. Free it, or"
                + " choose another with --port; 0 takes a free one");
      }
      return DemoCrm.builder().build().start();
    }
  }
}
