// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

/**
 * A CRM connection the journal delivers to.
 *
 * @param since the books count events with a sequence above this
 */
public record DestinationRow(int id, String name, long since) {}
