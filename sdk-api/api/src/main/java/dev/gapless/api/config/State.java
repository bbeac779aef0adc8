// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.config;

import java.util.Optional;

/**
 * Small durable values of one connector or adapter, kept in the journal. Safe for many threads. Not
 * for messages and not for large data: a value has at most {@value #MAX_BYTES} bytes in UTF-8.
 */
public interface State {
  /** The most bytes of a value. */
  int MAX_BYTES = 65_536;

  /** The value now, if there is one. */
  Optional<String> get(String key);

  /**
   * Sets the value if it still is what the caller saw, durably when this returns true.
   *
   * @param expected what {@link #get} answered
   * @return false if somebody else was quicker; nothing is changed then
   * @throws dev.gapless.api.GaplessException if the journal cannot be written
   */
  boolean compareAndSet(String key, Optional<String> expected, String value);
}
