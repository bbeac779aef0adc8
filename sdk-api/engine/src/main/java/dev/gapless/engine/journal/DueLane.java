// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

import java.time.Instant;

/**
 * A lane in a destination's queue.
 *
 * @param share whose it is, see {@link JournalTransaction#share}; 0 if nobody noted it
 * @param due when its first waiting delivery is, or the lane last had its turn if that is later;
 *     towards a destination with linger turns do not count
 */
public record DueLane(long lane, Rank rank, int share, Instant due) {}
