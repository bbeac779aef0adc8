// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.channel;

/**
 * One thing that can be read back, as the conversations of one page.
 *
 * @param name unique within the connector and stable over restarts, as {@code page/1234/feed}; no
 *     name, number or handle of a person
 * @param limits what of it cannot be read back, for the report: one plain sentence, as {@code
 *     "removed comments, reactions"}; may be empty
 */
public record CatchUpSource(String name, String limits) {}
