// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

import java.util.Locale;

/** What happened to an interaction. */
public enum Action {
  CREATED,
  EDITED,
  /** Deleted or withdrawn; final. */
  REMOVED,
  /** Made invisible to the public, content kept. */
  HIDDEN,
  SHOWN,
  /** A copy read back from the platform, or a state report: no change by itself. */
  OBSERVED;

  /** The name used in configuration, CRMs and output: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
