// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine;

import java.util.Map;
import java.util.Optional;

/**
 * The books of one CRM connection, over distinct events; or of what is brought beside its entries,
 * over the events of the contacts that it is brought for.
 *
 * @param crm name of the connection; {@code media/CHANNEL} are files that are fetched, {@code
 *     files/CRM} fetched files that are handed over, {@code names/CHANNEL} names that are asked for
 * @param once how this CRM keeps entries from being written twice, as its adapter states it
 * @param received events the journal took in
 * @param written events whose effect the CRM has
 * @param parked events set aside with a reason a person can act on
 * @param ignored events left out by a named rule
 * @param erased events erased on request
 * @param waiting events on their way
 * @param repeats events that came again; counted beside the books
 * @param ignoredByRule {@code ignored}, by rule
 * @param stopped why nothing goes to this CRM at the moment; empty if it does
 */
public record Audit(
    String crm,
    String once,
    long received,
    long written,
    long parked,
    long ignored,
    long erased,
    long waiting,
    long repeats,
    Map<String, Long> ignoredByRule,
    Optional<String> stopped) {

  /** Whether every event received is in exactly one place. */
  public boolean balances() {
    return received == written + parked + ignored + erased + waiting;
  }
}
