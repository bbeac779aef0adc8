// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.console;

/**
 * Somebody typed something that means nothing; the message says what, and what was likely meant.
 */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String message;

  public UsageException(String message) {
    super(message);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
