// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import java.util.List;

/** What ties a destination to the others. */
public record Ties(List<Dressing> dressings, List<Follower> followers) {
  /** A destination of its own. */
  public static final Ties NONE = new Ties(List.of(), List.of());
}
