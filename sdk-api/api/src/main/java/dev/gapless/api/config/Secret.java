// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.config;

/**
 * A secret by reference. It is asked for each time it is needed, so that a rotated value counts
 * without a restart; whoever asks must not keep it.
 */
@FunctionalInterface
public interface Secret {
  /**
   * The value now. May read a file or ask a vault, so it may block shortly.
   *
   * @throws ConfigurationException if it cannot be had; the message names the place, never a value
   */
  String reveal();

  /** A secret that never changes, for tests and for hosts that hold it anyway. */
  static Secret of(String value) {
    return new FixedSecret(value);
  }
}
