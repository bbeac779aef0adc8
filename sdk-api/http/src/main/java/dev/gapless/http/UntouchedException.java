// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import java.io.IOException;

/** The request failed before its body was touched. */
final class UntouchedException extends IOException {
  private static final long serialVersionUID = 1L;

  UntouchedException(IOException cause) {
    super(cause);
  }
}
