// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.media;

import dev.gapless.api.Refusal;
import dev.gapless.api.channel.MediaSource;

/** What became of one address of a file. */
public sealed interface MediaOutcome {
  /** The file is there, or is not to be had by another address either. */
  record Settled(MediaSource.Answer answer) implements MediaOutcome {}

  /** Nothing was written out: the address is not, or no longer, good. Another one may be. */
  record NoGood(Refusal refusal) implements MediaOutcome {}
}
