// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine;

import dev.gapless.api.channel.CatchUpReader;
import dev.gapless.api.channel.ChannelConnector;
import dev.gapless.api.channel.ChannelConnectorProvider;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Settings;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.CrmAdapterProvider;
import dev.gapless.api.crm.EntryLookup;
import dev.gapless.api.crm.Once;
import dev.gapless.api.crm.PersonMaker;
import dev.gapless.engine.GaplessBuilder.ConnectionSettings;
import dev.gapless.engine.books.Books;
import dev.gapless.engine.catchup.CatchUp;
import dev.gapless.engine.catchup.Readback;
import dev.gapless.engine.delivery.Destination;
import dev.gapless.engine.delivery.Dispatcher;
import dev.gapless.engine.delivery.DueItems;
import dev.gapless.engine.intake.Append;
import dev.gapless.engine.intake.Intake;
import dev.gapless.engine.intake.Reread;
import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.policy.DeliveryPolicy;
import dev.gapless.engine.policy.PeoplePolicy;
import dev.gapless.engine.retention.Retention;
import dev.gapless.engine.work.Backoff;
import dev.gapless.engine.work.Errand;
import dev.gapless.engine.work.Workers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts together, in the order in which one needs the other. */
final class Assembly {
  private static final Logger log = LoggerFactory.getLogger(Assembly.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_READ_WAIT = Duration.ofMinutes(15);

  private final GaplessBuilder from;
  private final JournalStates states = new JournalStates();
  private final List<String> problems;

  Assembly(GaplessBuilder from) {
    this.from = from;
    this.problems = new ArrayList<>(from.problems);
  }

  Parts assemble() {
    Map<String, ChannelConnector> channels = new LinkedHashMap<>();
    from.channels.values().forEach(one -> connector(one, channels));
    Map<String, CrmAdapter> adapters = new LinkedHashMap<>();
    from.crms.values().forEach(one -> adapter(one, adapters));
    if (adapters.isEmpty() && problems.isEmpty()) {
      problems.add("no CRM is configured: add one, or there is nowhere to write to");
    }
    if (from.journal.isEmpty() && from.problems.isEmpty()) {
      problems.add("no journal is configured: say where, as with SqliteJournal.at(path)");
    }
    problems.addAll(Sides.problems(from, channels, adapters));
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    Journal journal = from.journal.get().open(from.clock);
    try {
      return assemble(journal, channels, adapters);
    } catch (RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  private Parts assemble(
      Journal journal, Map<String, ChannelConnector> channels, Map<String, CrmAdapter> adapters) {
    Books books = new Books();
    ExecutorService commits = Executors.newSingleThreadExecutor(from.threads);
    Committer committer = new Committer(journal, commits, books::restartRecounts);
    states.open(journal, committer);
    Sides sides = new Sides(from, channels, adapters);
    DueItems due = new DueItems(books, sides.concerns());
    Append append = new Append(books, due, sides.redaction());
    Map<String, DestinationRow> rows = rows(journal, committer, sides.wanted());
    Map<String, Destination> destinations = new LinkedHashMap<>();
    for (Sides.Side side : sides.behind(rows, journal, committer, books)) {
      destinations.put(side.row().name(), destination(side));
    }
    List<Dispatcher> dispatchers =
        destinations.values().stream()
            .map(to -> new Dispatcher(to, journal, committer, books, from.clock))
            .toList();
    dispatchers.forEach(Dispatcher::recover);
    List<Workers> deliveries = workers(dispatchers);
    Runnable arrived = () -> deliveries.forEach(Workers::wake);
    List<CatchUp> catchUps = new ArrayList<>();
    for (ConnectionSettings one : from.channels.values()) {
      if (channels.get(one.name) instanceof CatchUpReader reader) {
        catchUps.add(new CatchUp(readback(one, reader, journal, committer, append), arrived));
      }
    }
    List<Retention> retention = List.of(sides.retention(rows, journal, committer, books));
    return new Parts(
        journal,
        commits,
        new Intake(committer, append, from.clock, from.maxBody, arrived),
        channels,
        adapters,
        besides(destinations),
        catchUps,
        concat(concat(dispatchers, catchUps), retention),
        concat(concat(deliveries, workers(catchUps)), workers(retention)),
        new AuditReader(journal, committer, books, destinations),
        new Desk(journal, committer, due, destinations, from.clock),
        new Reread(journal, committer, append, due));
  }

  private Readback readback(
      ConnectionSettings one,
      CatchUpReader reader,
      Journal journal,
      Committer committer,
      Append append) {
    Backoff backoff = new Backoff(FIRST_WAIT, LONGEST_READ_WAIT, from.random);
    return new Readback(
        one.name,
        reader,
        one.catchUp,
        from.retention.keys(),
        journal,
        committer,
        append,
        backoff,
        from.clock);
  }

  private List<Workers> workers(List<? extends Errand> errands) {
    return errands.stream().map(one -> new Workers(one, from.threads)).toList();
  }

  private static <T> List<T> concat(List<? extends T> first, List<? extends T> second) {
    return Stream.<T>concat(first.stream(), second.stream()).toList();
  }

  /** Every destination in use, in the journal from now on if it was not yet. */
  private static Map<String, DestinationRow> rows(
      Journal journal, Committer committer, List<String> wanted) {
    Map<String, DestinationRow> known = journal.read(view -> view.destinations());
    known.values().stream()
        .filter(row -> !wanted.contains(row.name()))
        .forEach(
            row -> log.warn("{}: known to the journal but not configured; they wait", row.title()));
    Map<String, DestinationRow> rows = new LinkedHashMap<>();
    for (String name : wanted) {
      DestinationRow row = known.get(name);
      rows.put(
          name,
          row == null
              ? committer.commit(1, tx -> tx.addDestination(name, tx.lastSequence()))
              : row);
    }
    return rows;
  }

  private static Map<String, CrmAdapter> besides(Map<String, Destination> destinations) {
    Map<String, CrmAdapter> besides = new LinkedHashMap<>();
    destinations.forEach(
        (name, to) -> {
          if (to.row().isSelective()) {
            besides.put(name, to.adapter());
          }
        });
    return besides;
  }

  private Destination destination(Sides.Side side) {
    DestinationRow row = side.row();
    Optional<ConnectionSettings> settings = Optional.ofNullable(from.crms.get(row.name()));
    Backoff backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, from.random);
    Destination to =
        new Destination(
            row,
            side.adapter(),
            settings.flatMap(one -> one.policy).orElse(DeliveryPolicy.DEFAULT),
            settings.flatMap(one -> one.chooser),
            backoff,
            from.clock,
            side.ties());
    log.info("{}: {}", row.title(), AuditReader.describe(row.purpose(), to.once()));
    return to;
  }

  private void connector(ConnectionSettings one, Map<String, ChannelConnector> into) {
    collect(
        () -> {
          ChannelConnectorProvider provider =
              Providers.channel(from.channelProviders, one.type, "channel." + one.name);
          Settings settings = Settings.check("channel." + one.name, provider.options(), one.values);
          into.put(one.name, provider.create(settings, new Context(one.name, from.clock, states)));
        });
  }

  private void adapter(ConnectionSettings one, Map<String, CrmAdapter> into) {
    collect(
        () -> {
          CrmAdapterProvider provider =
              Providers.crm(from.crmProviders, one.type, "crm." + one.name);
          Settings settings = Settings.check("crm." + one.name, provider.options(), one.values);
          CrmAdapter adapter = provider.create(settings, new Context(one.name, from.clock, states));
          requireLookup(one.name, adapter);
          requirePeople(one, adapter);
          into.put(one.name, adapter);
        });
  }

  private static void requireLookup(String name, CrmAdapter adapter) {
    if (adapter.capabilities().once() instanceof Once.Confirmed
        && !(adapter instanceof EntryLookup)) {
      throw new ConfigurationException(
          "crm." + name + ": the adapter promises to confirm by look-up but has no EntryLookup");
    }
  }

  private static void requirePeople(ConnectionSettings one, CrmAdapter adapter) {
    PeoplePolicy people = one.policy.orElse(DeliveryPolicy.DEFAULT).people();
    List<String> missing = new ArrayList<>();
    if (people.none() == PeoplePolicy.None.CREATE && !(adapter instanceof PersonMaker)) {
      missing.add(
          "crm."
              + one.name
              + ".people-none: 'create' needs an adapter that makes people, and this one does not."
              + " Choose inbox or park, or (type rest) add make-person to the preset");
    }
    if (people.several() == PeoplePolicy.Several.ASK && one.chooser.isEmpty()) {
      missing.add(
          "crm."
              + one.name
              + ".people-several: 'ask' needs a PersonChooser. Hand one over with builder.crm(\""
              + one.name
              + "\", crm -> crm.personChooser(...)), or choose park or newest");
    }
    if (!missing.isEmpty()) {
      throw new ConfigurationException(missing);
    }
  }

  private void collect(Runnable step) {
    try {
      step.run();
    } catch (ConfigurationException e) {
      problems.addAll(e.problems());
    }
  }
}
