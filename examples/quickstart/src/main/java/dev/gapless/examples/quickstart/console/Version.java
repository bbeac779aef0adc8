// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.console;

import java.util.Optional;

/** Which version this is. */
public final class Version {
  private Version() {}

  /** As the jar says; outside a jar nobody knows. */
  public static String ofThis() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("from classes");
  }
}
