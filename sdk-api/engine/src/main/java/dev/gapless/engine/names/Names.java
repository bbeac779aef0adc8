// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.names;

import dev.gapless.api.Delivery;
import dev.gapless.api.Interaction;
import dev.gapless.api.Party;
import dev.gapless.api.channel.Enricher;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.engine.delivery.Concern;
import dev.gapless.engine.delivery.Dressing;
import dev.gapless.engine.delivery.Follower;
import dev.gapless.engine.intake.Arrival;
import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.JournalView;
import dev.gapless.engine.retention.Remembered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives names to people who came without: asked after the journal, remembered there, waited for no
 * longer than the channel's settings say. A name that comes too late brings the entry up to date.
 */
public final class Names {
  private final Map<String, Enricher> enrichers;
  private final Map<String, Set<String>> types;
  private final Map<String, Duration> waits;
  private final NameMemory memory;
  private final Clock clock;

  /**
   * @param enrichers by channel, those that can be asked
   * @param waits by channel, how long a contact waits at most
   */
  public Names(Map<String, Enricher> enrichers, Map<String, Duration> waits, Clock clock) {
    this.enrichers = Map.copyOf(enrichers);
    this.waits = Map.copyOf(waits);
    this.clock = clock;
    this.types =
        enrichers.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, one -> Set.copyOf(one.getValue().identifierTypes())));
    this.memory =
        new NameMemory(
            types.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet()));
  }

  /** What is remembered of people. */
  public static Remembered remembered() {
    return NameMemory.remembered();
  }

  /** Entries wait a while for names that are being asked for. */
  public Concern ofEntries() {
    return (view, to, arrival) -> {
      boolean waits = unknown(view, arrival).filter(known -> known.name().isEmpty()).isPresent();
      return Optional.of(waits ? arrival.at().plus(wait(arrival.connection())) : arrival.at());
    };
  }

  private Duration wait(String connection) {
    return Optional.ofNullable(waits.get(connection)).orElse(Duration.ZERO);
  }

  /** Who is not known, or was asked for long ago, is asked for, once for each contact. */
  public Concern ofAsking() {
    return new Concern() {
      @Override
      public Optional<Instant> due(JournalView view, DestinationRow to, Arrival arrival) {
        return to.connection().equals(arrival.connection())
            ? unknown(view, arrival).map(known -> arrival.at())
            : Optional.empty();
      }

      @Override
      public DeliveryRow changed(DeliveryRow done, Arrival arrival) {
        return done.writtenUpTo(arrival.sequence(), done.refs());
      }
    };
  }

  /** What is remembered, if anything, of a person that has to be asked for. */
  private Optional<NameMemory.Answer> unknown(JournalView view, Arrival arrival) {
    NameMemory.Answer never = new NameMemory.Answer(Instant.EPOCH, Optional.empty());
    return Optional.ofNullable(types.get(arrival.connection()))
        .flatMap(askable -> arrival.visible().flatMap(shown -> Nameless.in(shown, askable)))
        .map(party -> memory.find(view, arrival.item().key(), party).orElse(never))
        .filter(known -> !known.isFresh(arrival.at()));
  }

  /** Asks the channel. */
  public CrmAdapter asking(String channel, Journal journal, Committer committer) {
    Enricher enricher = Objects.requireNonNull(enrichers.get(channel), channel);
    return new Asking(enricher, memory, journal, committer, clock);
  }

  /** An entry shows the names that are known when it is written. */
  public Dressing dressing() {
    return (view, item, shown) -> named(view, shown);
  }

  private Interaction named(JournalView view, Interaction shown) {
    Interaction first =
        name(view, shown, shown.customer())
            .map(party -> shown.toBuilder().customer(party).build())
            .orElse(shown);
    return name(view, first, first.author())
        .map(party -> first.toBuilder().author(party).build())
        .orElse(first);
  }

  private Optional<Party> name(JournalView view, Interaction shown, Optional<Party> party) {
    return party
        .filter(Nameless::is)
        .flatMap(one -> memory.find(view, shown.key(), one).flatMap(NameMemory.Answer::name))
        .map(name -> new Party(Optional.of(name), party.get().identifiers()));
  }

  /** Once there is an answer no entry waits for it any longer; one written without has a name. */
  public Follower afterAsking(List<DestinationRow> crms) {
    return (tx, asked, shown) -> {
      boolean isNamed = !named(tx, shown).equals(shown);
      for (DestinationRow crm : crms) {
        tx.delivery(crm.id(), asked.item())
            .filter(row -> isNamed || row.state() != Delivery.State.WRITTEN)
            .ifPresent(row -> dueNow(tx, row));
      }
    };
  }

  /** A name that became known while the entry was on its way without it follows it. */
  public Follower ofWritten() {
    return (tx, row, shown) -> {
      if (row.state() == Delivery.State.WRITTEN && !named(tx, shown).equals(shown)) {
        dueNow(tx, row);
      }
    };
  }

  private void dueNow(JournalTransaction tx, DeliveryRow row) {
    Instant now = clock.instant();
    boolean untried = row.lastTried().isEmpty() && row.announced() == 0;
    if (row.state() == Delivery.State.WRITTEN) {
      save(tx, row.waiting(row.position(), now), now);
    } else if (row.state() == Delivery.State.WAITING && untried && row.due().isAfter(now)) {
      save(tx, row.due(now), now);
    }
  }

  private static void save(JournalTransaction tx, DeliveryRow row, Instant now) {
    tx.saveDelivery(row);
    tx.keepTurn(row.destination(), row.lane(), now);
  }
}
