// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.console;

/** Something outside the program keeps it from working; the message says what, and the remedy. */
public final class ToldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String message;

  public ToldException(String message) {
    super(message);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
