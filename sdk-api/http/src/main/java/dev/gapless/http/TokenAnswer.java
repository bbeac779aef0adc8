// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import dev.gapless.api.Refusal;

/** What became of asking for a token. */
public sealed interface TokenAnswer {
  /** A token to use now. */
  record Granted(Token token) implements TokenAnswer {}

  /** None is to be had now. */
  record Refused(Refusal refusal) implements TokenAnswer {}
}
