// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.CrmCapabilities;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.policy.DeliveryPolicy;
import dev.gapless.engine.policy.PersonChooser;
import dev.gapless.engine.work.Backoff;
import java.time.Clock;
import java.util.Optional;

/** One CRM connection with all that delivery remembers about it. */
public final class Destination {
  final DestinationRow row;
  final CrmAdapter adapter;
  final CrmCapabilities can;
  final DeliveryPolicy policy;
  final Backoff backoff;
  final Gate gate;
  final People people;
  final BatchLimit limit;
  final Claims claims = new Claims();

  /**
   * @param chooser the application's say in whose timeline it is, if it has one
   */
  public Destination(
      DestinationRow row,
      CrmAdapter adapter,
      DeliveryPolicy policy,
      Optional<PersonChooser> chooser,
      Backoff backoff,
      Clock clock) {
    this.row = row;
    this.adapter = adapter;
    this.can = adapter.capabilities();
    this.policy = policy;
    this.backoff = backoff;
    this.gate = new Gate(row.name(), clock, backoff);
    this.people = new People(adapter, new PersonChoice(policy.people(), chooser), clock);
    this.limit = new BatchLimit(can.maxBatch());
  }

  public String name() {
    return row.name();
  }

  /** How this CRM keeps entries from being written twice. */
  public Once once() {
    return can.once();
  }

  /** Why nothing goes to this CRM at the moment, in words; empty if it does. */
  public Optional<String> stoppedBecause() {
    return gate.stop().map(stop -> stop.refusal().summary());
  }
}
