// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.intake;

import dev.gapless.api.Interaction;

/** Leaves out of a contact what a channel's settings do not want kept; the raw receipt stays. */
@FunctionalInterface
public interface Redaction {
  Interaction keep(String connection, Interaction event);
}
