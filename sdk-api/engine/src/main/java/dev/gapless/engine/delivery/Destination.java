// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import dev.gapless.api.Refusal;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.CrmCapabilities;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.Purpose;
import dev.gapless.engine.policy.DeliveryPolicy;
import dev.gapless.engine.policy.PersonChooser;
import dev.gapless.engine.work.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One destination, as a CRM connection, with all that delivery remembers about it. */
public final class Destination {
  private static final Logger log = LoggerFactory.getLogger(Destination.class);

  final DestinationRow row;
  final CrmAdapter adapter;
  final CrmCapabilities can;
  final DeliveryPolicy policy;
  final Backoff backoff;
  final Patience patience;
  final Gate gate;
  final People people;
  final BatchLimit limit;
  final Linger linger;
  final Ties ties;
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
      Clock clock,
      Ties ties) {
    this.row = row;
    this.ties = ties;
    this.adapter = adapter;
    this.can = adapter.capabilities();
    this.policy = policy;
    this.backoff = backoff;
    this.patience = new Patience(policy, backoff);
    this.gate = new Gate(row.title(), clock, backoff);
    this.limit = new BatchLimit(can.maxBatch());
    // Where a call carries one entry there is nothing to share.
    this.linger = new Linger(can.maxBatch() == 1 ? Duration.ZERO : policy.linger());
    this.people =
        new People(
            adapter,
            new PersonChoice(policy.people(), chooser),
            !linger.isOff(),
            e -> broken(Refusal.Scope.BATCH, e),
            clock);
  }

  public DestinationRow row() {
    return row;
  }

  public CrmAdapter adapter() {
    return adapter;
  }

  /** In words, as {@code deliveries to CRM 'desk'}. */
  String title() {
    return row.title();
  }

  /** What is said of a delivery whose answer is lost, where nobody can look. */
  String doubt() {
    return row.purpose() == Purpose.FILE ? "may have been handed over" : "may have been written";
  }

  /** How this CRM keeps entries from being written twice. */
  public Once once() {
    return can.once();
  }

  /** Entries are about to be put back, perhaps because their people are in the CRM now. */
  public void replaying() {
    people.forgetStrangers();
  }

  /** The adapter threw instead of answering. */
  Refusal broken(Refusal.Scope scope, Throwable e) {
    return broken("the adapter broke", scope, e);
  }

  /** What somebody's exception says may quote anything, so only its type is repeated. */
  Refusal broken(String what, Refusal.Scope scope, Throwable e) {
    log.warn("{}: {} with {}", title(), what, e.getClass().getName());
    log.debug("where it broke: {}", (Object) e.getStackTrace());
    return Refusal.of(
        Refusal.Category.TRANSIENT, scope, "", what + " with " + e.getClass().getSimpleName());
  }

  /** Why nothing goes to this CRM at the moment, in words; empty if it does. */
  public Optional<String> stoppedBecause() {
    return gate.stop().map(stop -> stop.refusal().summary());
  }
}
