// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

/** Where tokens come from, as a call of a token endpoint. */
@FunctionalInterface
public interface TokenSource {
  /**
   * Asks for a new token; blocks until it is there or refused. Never called by two threads at once
   * for the same cache.
   */
  TokenAnswer renew();
}
