// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.channel;

import dev.gapless.api.Attachment;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Refusal;
import java.io.IOException;
import java.io.OutputStream;

/** The ability to fetch the files that came with a contact. */
public interface MediaSource {
  /**
   * Whether this is a file that can be fetched, and no link, place or sign. Asked while contacts
   * come in: it looks at the attachment and nowhere else.
   */
  default boolean isFile(Attachment attachment) {
    return attachment.id().isPresent() || attachment.url().isPresent();
  }

  /**
   * Fetches one file, from the platform's own hosts only, whatever address the payload names.
   * Blocks until it is written out; never sleeps or retries. What has more than {@code maxBytes}, a
   * digest other than announced, or content that is not of the announced type is refused as {@link
   * Refusal.Category#INVALID}; what no longer exists as {@link Refusal.Category#GONE}. After a
   * refusal the bytes written so far mean nothing.
   *
   * @param item whose attachment it is; says the account
   * @param maxBytes at least 1
   * @throws IOException if {@code to} cannot be written, and only then
   */
  Answer fetch(ItemKey item, Attachment attachment, long maxBytes, OutputStream to)
      throws IOException;

  /** What fetching one file came to. */
  sealed interface Answer {
    /**
     * All bytes are written out.
     *
     * @param mime the media type the file has
     */
    record Fetched(String mime) implements Answer {}

    /** The platform did not give the file, or not one we take. */
    record Refused(Refusal refusal) implements Answer {}
  }
}
