// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.crm;

import dev.gapless.api.Attachment;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.ItemKey;
import java.nio.file.Path;

/** The ability to hang a file on an entry that is written. */
public interface FileTaker {
  /**
   * Uploads one file. Blocks until the CRM has answered; never sleeps or retries.
   *
   * @param entry the entry's key
   * @param refs the records of the entry; its entry id is there
   * @param index which of the entry's attachments, from 0; with the key it names the file for ever
   * @param mime the media type as fetched and checked
   * @return {@link WriteOutcome.Written} with the refs of the file's own record, or why not; no
   *     answer is {@link WriteOutcome.Unknown}, and the engine parks it rather than send twice
   */
  WriteOutcome attach(
      ItemKey entry, CrmRefs refs, int index, Attachment attachment, String mime, Path file);
}
