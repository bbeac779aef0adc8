// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.channel;

import dev.gapless.api.SetupReport;

/** The ability to mend a channel's set-up, only ever when a person asks for it. */
public interface SetupRepair {
  /** Mends what can be mended by calls, as missing subscriptions, and answers what remains. */
  SetupReport repairSetup();
}
