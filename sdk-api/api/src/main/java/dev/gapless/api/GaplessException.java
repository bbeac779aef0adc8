// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

/**
 * The one root of what can break in Gapless. What another side <em>said</em> (a refusal, a missing
 * record) is never an exception but a value. Messages name the thing, the place and the remedy, and
 * never contain a secret, a message text, a phone number or a name.
 */
public class GaplessException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GaplessException(String message) {
    super(message);
  }

  public GaplessException(String message, Throwable cause) {
    super(message, cause);
  }
}
