// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import dev.gapless.api.Refusal;

/**
 * What became of a request. The difference between {@link NotSent} and {@link MayHaveArrived} is
 * the difference between "try again" and "may have been written", so in doubt it is the latter.
 */
public sealed interface HttpOutcome {
  /** The server answered, with any status. */
  record Answered(HttpAnswer answer) implements HttpOutcome {}

  /**
   * Certainly nothing reached the server: the connection, its TLS or the proxy's tunnel failed
   * before the request's body was touched.
   *
   * @param cause what kind of failure
   * @param reason host and remedy; free of secrets
   */
  record NotSent(Cause cause, String reason) implements HttpOutcome {
    /** The same as a refusal: an outage, or a set-up fault if an admin must act. */
    public Refusal refusal() {
      Refusal.Category category =
          cause == Cause.UNREACHABLE ? Refusal.Category.OUTAGE : Refusal.Category.SETUP;
      return Refusal.of(category, Refusal.Scope.CONNECTION, "", reason);
    }
  }

  /**
   * The request may have been carried out: time-out, reset, or an answer that broke off.
   *
   * @param reason host and what happened; free of secrets
   */
  record MayHaveArrived(String reason) implements HttpOutcome {}

  /** Why a request was certainly not sent. */
  enum Cause {
    /**
     * No such name, nobody listening, no connection in time, TLS broken off: may pass by itself.
     */
    UNREACHABLE,
    /** The server's certificate is not trusted, or ours is refused: an admin must act. */
    UNTRUSTED,
    /** The proxy wants other credentials or forbids the host: an admin must act. */
    PROXY
  }
}
