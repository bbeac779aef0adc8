// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.policy;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What becomes of the files that come with a channel's contacts. Whatever it says, the text is
 * written at once.
 *
 * @param use what is done with them
 * @param directory where fetched files are; required where they are fetched
 * @param maxBytes the largest file that is taken, at least 1
 */
public record MediaPolicy(Use use, Optional<Path> directory, long maxBytes) {
  /** WhatsApp's own limit for documents, the largest of all its kinds. */
  public static final long DEFAULT_MAX_BYTES = 100L * 1024 * 1024;

  /** The entry says what came, and no file is fetched. */
  public static final MediaPolicy DEFAULT =
      new MediaPolicy(Use.REFERENCE, Optional.empty(), DEFAULT_MAX_BYTES);

  /** What is done with files. */
  public enum Use {
    /** Nothing, and the entry does not mention them. */
    NONE,
    /** The entry carries the platform's reference. */
    REFERENCE,
    /** They are fetched into the directory and stay there. */
    STORE,
    /** They are fetched, handed to every CRM, and then deleted from the directory. */
    CRM
  }

  public MediaPolicy {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("media-max-bytes is " + maxBytes + ", must be at least 1");
    }
    if ((use == Use.STORE || use == Use.CRM) && directory.isEmpty()) {
      throw new IllegalArgumentException(
          "media-directory: missing. Say where fetched files shall be, on a local disk");
    }
  }

  /** Fetched files stay in the directory. */
  public static MediaPolicy store(Path directory) {
    return new MediaPolicy(Use.STORE, Optional.of(directory), DEFAULT_MAX_BYTES);
  }

  /** Fetched files go to every CRM; the directory holds them until then. */
  public static MediaPolicy crm(Path directory) {
    return new MediaPolicy(Use.CRM, Optional.of(directory), DEFAULT_MAX_BYTES);
  }

  /** Entries do not mention files. */
  public static MediaPolicy none() {
    return new MediaPolicy(Use.NONE, Optional.empty(), DEFAULT_MAX_BYTES);
  }

  /** The same, with another limit. */
  public MediaPolicy maxBytes(long bytes) {
    return new MediaPolicy(use, directory, bytes);
  }

  /** Whether files are fetched. */
  public boolean isFetching() {
    return use == Use.STORE || use == Use.CRM;
  }
}
