// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.retention;

import java.time.Instant;

/** Small state about people that goes when it is old. */
public interface Remembered {
  /** Whose state it is. */
  String owner();

  /** Whether a value is from that time or before. */
  boolean isFrom(String value, Instant before);
}
