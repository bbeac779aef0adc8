// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import dev.gapless.api.Attachment;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.Interaction;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.SetupReport;
import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.CrmAdapterProvider;
import dev.gapless.api.crm.CrmCapabilities;
import dev.gapless.api.crm.CrmCapabilities.LanesInBatch;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.EntryLookup;
import dev.gapless.api.crm.FileTaker;
import dev.gapless.api.crm.LookupAnswer;
import dev.gapless.api.crm.Once;
import dev.gapless.api.crm.PeopleAnswer;
import dev.gapless.api.crm.PersonMaker;
import dev.gapless.api.crm.WriteOutcome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A CRM and its adapter in one, that outlives the engine as a CRM does. It can be told to
 * misbehave; it enforces the key only if its strategy says so, so that a wrong engine makes visible
 * copies.
 */
final class FakeCrm implements CrmAdapterProvider {
  static final Duration LATEST_COMMIT = Duration.ofSeconds(10);
  static final Duration LAG = Duration.ofSeconds(5);
  static final Duration VISIBLE_AFTER = Duration.ofSeconds(16);

  /** How the next call of write behaves. */
  enum Mood {
    WELL,
    /** Writes, but nobody hears of it. */
    ANSWER_LOST,
    /** Nothing arrives, and nobody hears of that either. */
    REQUEST_LOST,
    /** No answer; the rows appear ten seconds later. */
    LATE,
    /** The process dies when the rows are written and no answer was read. */
    KILLED_AFTER,
    /** The process dies before anything is sent. */
    KILLED_BEFORE,
    /** Only the first entry is tried. */
    HALTED,
    /** Every entry's record is locked by somebody. */
    LOCKED,
    /** Writes, and the adapter returns null. */
    NO_ANSWER,
    /** The call as a whole is refused. */
    TOO_MUCH
  }

  /** The death of the process, which nothing may catch. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  record Row(String id, ItemKey key, String text, String conversation, long sequence) {}

  record Arrival(ItemKey key, String conversation, long sequence) {}

  private record Pending(Instant at, Entry entry) {}

  private final String name;
  final Once once;
  final Clock clock;
  final Map<String, Row> rows = new LinkedHashMap<>();
  final List<Arrival> creates = new ArrayList<>();
  final Map<String, Instant> visibleFrom = new LinkedHashMap<>();
  final Set<String> rejected = new HashSet<>();

  /** What the CRM says to an entry, by its id. */
  final Map<String, Refusal> refused = new LinkedHashMap<>();

  /** Entries that stand in the answer without an outcome. */
  final Set<String> unsettled = new HashSet<>();

  Runnable beforeCheck = () -> {};

  /** Entries the adapter breaks at before anything is sent. */
  final Set<String> broken = new HashSet<>();

  /** Phones and ids: what the CRM says to any question that is about one of these as well. */
  final Map<String, Supplier<Refusal>> unanswerable = new LinkedHashMap<>();

  final Map<String, List<String>> people = new LinkedHashMap<>();
  final Set<String> gonePeople = new HashSet<>();
  final Map<String, String> personOf = new LinkedHashMap<>();
  final List<Integer> batches = new ArrayList<>();
  final Map<String, Interaction> shown = new LinkedHashMap<>();
  final List<String> updates = new ArrayList<>();
  final FakeFileRoom files = new FakeFileRoom();
  boolean takesFiles;
  Runnable beforeWrite = () -> {};
  private final List<Pending> pending = new ArrayList<>();
  Optional<Refusal> connection = Optional.empty();

  /** Nobody can be made unless a test says so; then the CRM knows nobody it was not told of. */
  Optional<FakeMaker> maker = Optional.empty();

  Runnable afterSearch = () -> {};
  LanesInBatch lanes = LanesInBatch.ONE_ENTRY;
  Mood mood = Mood.WELL;
  int calls;
  int searches;

  /** About more people no question is answered. */
  int mostAsked = Integer.MAX_VALUE;

  int maxBatch = 5;
  private int ids;

  FakeCrm(Once once, Clock clock) {
    this("fake", once, clock);
  }

  FakeCrm(String name, Once once, Clock clock) {
    this.name = name;
    this.once = once;
    this.clock = clock;
  }

  /** What had not yet been committed inside the CRM and is due by now. */
  void settle() {
    List<Pending> due = pending.stream().filter(one -> !one.at().isAfter(clock.instant())).toList();
    pending.removeAll(due);
    due.forEach(one -> apply(one.entry(), one.at()));
  }

  List<Row> rowsOf(ItemKey key) {
    return rows.values().stream().filter(row -> row.key().equals(key)).toList();
  }

  private WriteOutcome apply(Entry entry, Instant at) {
    if (rejected.contains(entry.key().nativeId())) {
      return WriteOutcome.refused(
          Refusal.of(Refusal.Category.INVALID, Refusal.Scope.ENTRY, "BAD", "field text"));
    }
    if (refused.containsKey(entry.key().nativeId())) {
      return WriteOutcome.refused(refused.get(entry.key().nativeId()));
    }
    String person = entry.person().map(CrmPerson::id).orElse("inbox");
    if (gonePeople.contains(person)) {
      return WriteOutcome.refused(
          Refusal.of(Refusal.Category.PERSON_GONE, Refusal.Scope.ENTRY, "MERGED", "person"));
    }
    personOf.put(entry.key().nativeId(), person);
    if (entry.isUpdate()) {
      return update(entry);
    }
    List<Row> there = rowsOf(entry.key());
    if (once instanceof Once.Enforced && !there.isEmpty()) {
      return WriteOutcome.alreadyThere(CrmRefs.entry(there.get(0).id()));
    }
    String id = "T-" + ++ids;
    rows.put(id, row(id, entry));
    creates.add(new Arrival(entry.key(), conversation(entry), entry.sequence()));
    visibleFrom.put(id, at.plus(LAG));
    return WriteOutcome.written(CrmRefs.entry(id));
  }

  private WriteOutcome update(Entry entry) {
    String id = entry.refs().entry().orElseThrow();
    if (!rows.containsKey(id)) {
      return WriteOutcome.refused(
          Refusal.of(Refusal.Category.GONE, Refusal.Scope.ENTRY, "GONE", "entry was deleted"));
    }
    rows.put(id, row(id, entry));
    updates.add(entry.key().nativeId());
    return WriteOutcome.written(entry.refs());
  }

  private Row row(String id, Entry entry) {
    shown.put(entry.key().nativeId(), entry.interaction());
    return new Row(
        id, entry.key(), entry.interaction().text(), conversation(entry), entry.sequence());
  }

  private static String conversation(Entry entry) {
    return entry.interaction().conversation().orElseThrow().id();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public CrmAdapter create(Settings settings, ExtensionContext context) {
    if (takesFiles) {
      return new TakingAdapter();
    }
    return maker.<CrmAdapter>map(MakingAdapter::new).orElseGet(Adapter::new);
  }

  private final class TakingAdapter extends Adapter implements FileTaker {
    @Override
    public WriteOutcome attach(
        ItemKey entry, CrmRefs refs, int index, Attachment attachment, String mime, Path file) {
      if (connection.isPresent()) {
        return WriteOutcome.refused(connection.get());
      }
      return files.take(refs.entry().orElseThrow(), index, mime, file);
    }
  }

  /** The same CRM, where people can be made. */
  private final class MakingAdapter extends Adapter implements PersonMaker {
    private final FakeMaker maker;

    MakingAdapter(FakeMaker maker) {
      this.maker = maker;
    }

    @Override
    public Answer make(Party party) {
      return connection.<Answer>map(Answer.Refused::new).orElseGet(() -> maker.make(party));
    }
  }

  private class Adapter implements CrmAdapter, EntryLookup {
    @Override
    public CrmCapabilities capabilities() {
      return new CrmCapabilities(maxBatch, lanes, once, 1);
    }

    @Override
    public SetupReport checkSetup() {
      Runnable first = beforeCheck;
      beforeCheck = () -> {};
      first.run();
      return connection
          .map(
              why ->
                  new SetupReport(
                      List.of(
                          new SetupReport.Finding(
                              why.category(), "connection", why.detail(), "mend it"))))
          .orElseGet(SetupReport::ok);
    }

    @Override
    public PeopleAnswer findPeople(List<Party> parties) {
      searches++;
      Optional<Refusal> no = down().or(() -> refused(parties.stream().map(FakeMaker::phone)));
      if (no.isPresent()) {
        return new PeopleAnswer.Refused(no.get());
      }
      if (parties.size() > mostAsked) {
        return new PeopleAnswer.Refused(
            Refusal.of(Refusal.Category.INVALID, Refusal.Scope.BATCH, "SIZE", "too many people"));
      }
      List<List<CrmPerson>> matches = parties.stream().map(this::matches).toList();
      afterSearch.run();
      return new PeopleAnswer.Found(matches);
    }

    /** A missing field is met by writes only; reading goes on as ever. */
    private Optional<Refusal> down() {
      return connection.filter(why -> why.category() != Refusal.Category.SETUP);
    }

    private Optional<Refusal> refused(Stream<String> about) {
      return about
          .filter(unanswerable::containsKey)
          .map(unanswerable::get)
          .findFirst()
          .map(Supplier::get);
    }

    private List<CrmPerson> matches(Party party) {
      String phone = FakeMaker.phone(party);
      if (maker.isPresent() && !people.containsKey(phone)) {
        return maker.get().visible(phone);
      }
      List<String> ids = people.getOrDefault(phone, List.of("P-" + phone));
      // The later in the list, the later changed.
      return ids.stream()
          .map(id -> new CrmPerson(id, "person", Instant.EPOCH.plusSeconds(ids.indexOf(id))))
          .toList();
    }

    @Override
    public Set<String> lockKeys(Entry entry) {
      if (broken.contains(entry.key().nativeId())) {
        throw new IllegalStateException("no lock keys");
      }
      return CrmAdapter.super.lockKeys(entry);
    }

    @Override
    public LookupAnswer lookUp(List<ItemKey> keys) {
      Optional<Refusal> no = down().or(() -> refused(keys.stream().map(ItemKey::nativeId)));
      if (no.isPresent()) {
        return new LookupAnswer.Refused(no.get());
      }
      Map<ItemKey, CrmRefs> found = new LinkedHashMap<>();
      for (ItemKey key : keys) {
        rowsOf(key).stream()
            .filter(row -> !visibleFrom.get(row.id()).isAfter(clock.instant()))
            .forEach(row -> found.put(key, CrmRefs.entry(row.id())));
      }
      return new LookupAnswer.Found(found);
    }

    @Override
    public Map<ItemKey, WriteOutcome> write(List<Entry> batch) {
      calls++;
      batches.add(batch.size());
      Runnable first = beforeWrite;
      beforeWrite = () -> {};
      first.run();
      if (connection.isPresent()) {
        return all(batch, WriteOutcome.refused(connection.get()));
      }
      Mood now = mood;
      mood = Mood.WELL;
      return switch (now) {
        case WELL -> written(batch);
        case ANSWER_LOST -> {
          written(batch);
          yield Map.of();
        }
        case REQUEST_LOST -> all(batch, WriteOutcome.unknown("time-out"));
        case LATE -> {
          batch.forEach(one -> pending.add(new Pending(clock.instant().plus(LATEST_COMMIT), one)));
          throw new IllegalStateException("time-out");
        }
        case KILLED_AFTER -> {
          written(batch);
          throw new Killed();
        }
        case KILLED_BEFORE -> throw new Killed();
        case NO_ANSWER -> {
          written(batch);
          yield null;
        }
        case HALTED -> {
          Map<ItemKey, WriteOutcome> answer = all(batch, new WriteOutcome.NotTried("halted"));
          answer.put(batch.get(0).key(), apply(batch.get(0), clock.instant()));
          yield answer;
        }
        case LOCKED ->
            all(
                batch,
                WriteOutcome.refused(
                    Refusal.of(Refusal.Category.LOCKED, Refusal.Scope.ENTRY, "LOCK", "row lock")));
        case TOO_MUCH ->
            batch.size() == 1
                ? written(batch)
                : all(
                    batch,
                    WriteOutcome.refused(
                        Refusal.of(
                            Refusal.Category.INVALID, Refusal.Scope.BATCH, "SIZE", "too large")));
      };
    }

    private Map<ItemKey, WriteOutcome> written(List<Entry> batch) {
      Map<ItemKey, WriteOutcome> answer = new LinkedHashMap<>();
      batch.forEach(entry -> answer.put(entry.key(), apply(entry, clock.instant())));
      answer.replaceAll((key, one) -> unsettled.contains(key.nativeId()) ? null : one);
      return answer;
    }

    private Map<ItemKey, WriteOutcome> all(List<Entry> batch, WriteOutcome outcome) {
      Map<ItemKey, WriteOutcome> answer = new LinkedHashMap<>();
      batch.forEach(entry -> answer.put(entry.key(), outcome));
      return answer;
    }

    @Override
    public void close() {}
  }
}
