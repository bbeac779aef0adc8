// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.time.Duration;

/** How to wait for another process. Tests do something else meanwhile. */
@FunctionalInterface
interface Pause {
  void pause(Duration time) throws InterruptedException;
}
