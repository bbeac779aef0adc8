// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

import java.util.Map;

/**
 * A part of the deep recount.
 *
 * @param lastItem id of the last item counted; the next page starts after it
 * @param counts events by counter name: {@code written}, {@code parked}, {@code waiting}, {@code
 *     erased}, {@code ignored} and {@code ignored:RULE}, {@code received}; what did not occur may
 *     be missing
 * @param done whether there is no further item
 */
public record RecountPage(long lastItem, Map<String, Long> counts, boolean done) {}
