// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import java.time.Instant;

/**
 * An access token.
 *
 * @param value what goes into the request; never printed
 * @param expiresAt from when on it is no good; {@link Instant#MAX} if it is not known to expire
 */
public record Token(String value, Instant expiresAt) {
  @Override
  public String toString() {
    return "Token[***]";
  }
}
