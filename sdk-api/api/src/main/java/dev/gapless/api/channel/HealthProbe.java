// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.channel;

import dev.gapless.api.SetupReport;

/** The ability to check a channel's set-up on the platform. */
public interface HealthProbe {
  /**
   * Checks token, rights, subscriptions, secret, version and clock, all in one report, each finding
   * with its remedy. Read-only; blocks for a few calls.
   */
  SetupReport checkSetup();
}
