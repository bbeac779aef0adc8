// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.intake;

import dev.gapless.api.Interaction;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.Rank;
import java.time.Instant;
import java.util.Optional;

/**
 * An event that came in, and the item as it is since.
 *
 * @param visible what a CRM shall show of it; empty while there is nothing to show
 * @param connection name of the configured channel it came by
 * @param sequence the event's receipt sequence
 * @param rank how urgent the event is
 */
public record Arrival(
    ItemRow item,
    Optional<Interaction> visible,
    String connection,
    long sequence,
    Instant at,
    Rank rank) {}
