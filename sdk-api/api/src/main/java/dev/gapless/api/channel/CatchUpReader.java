// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The ability to read back what webhooks missed. The engine sweeps each source from its newest
 * contact back to a horizon, page by page: page and cursor are stored in one commit and held, and
 * when the sweep is complete, all that was held is released in the order in which it happened.
 */
public interface CatchUpReader extends ItemSplitter {
  /** What can be read back, each swept on its own. Constant for the life of the connector. */
  List<CatchUpSource> sources();

  /**
   * Reads one page. Blocks until the platform has answered; never sleeps or retries. The body of
   * the page is later taken apart by {@link #split}, so it must say by itself what it is; a fetched
   * contact has the same item key as its webhook, the action {@link
   * dev.gapless.api.Action#OBSERVED} and the change {@code observed:} plus a digest of what is
   * visible. {@code split} gives the items of a page oldest first, however the platform lists them:
   * the place decides between contacts of one instant, as whole seconds make them. Called by one
   * thread at a time for each source.
   *
   * @param source one of {@link #sources()}
   * @param since the horizon: what happened before need not be read; what stands on the page all
   *     the same is taken for changes of contacts that are known, never for new ones
   * @param cursor what the page before this one answered; empty at the start of a sweep. It may
   *     have been kept over a restart and may have expired: answering from the start of the sweep
   *     again is right, for what is seen twice counts once
   */
  CatchUpAnswer read(CatchUpSource source, Instant since, Optional<String> cursor);
}
