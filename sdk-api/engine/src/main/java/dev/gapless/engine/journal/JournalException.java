// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

import dev.gapless.api.GaplessException;

/**
 * The journal cannot be opened, read or written. While it lasts intake answers 503, so that the
 * platforms repeat. The message names the file, what is wrong and the remedy.
 */
public class JournalException extends GaplessException {
  private static final long serialVersionUID = 1L;

  public JournalException(String message) {
    super(message);
  }

  public JournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
