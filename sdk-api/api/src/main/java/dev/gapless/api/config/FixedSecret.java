// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.config;

/** Keeps the value out of {@code toString}, stack traces and debuggers' one-line views. */
final class FixedSecret implements Secret {
  private final String value;

  FixedSecret(String value) {
    this.value = value;
  }

  @Override
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "***";
  }
}
