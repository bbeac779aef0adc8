// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine;

import dev.gapless.api.crm.Once;
import dev.gapless.engine.books.Books;
import dev.gapless.engine.books.Counters;
import dev.gapless.engine.delivery.Destination;
import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalView;
import dev.gapless.engine.journal.Purpose;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the books, quickly or deeply. */
final class AuditReader {
  private static final int PAGE = 2_000;

  private final Journal journal;
  private final Committer committer;
  private final Books books;
  private final Map<String, Destination> configured;

  AuditReader(
      Journal journal, Committer committer, Books books, Map<String, Destination> configured) {
    this.journal = journal;
    this.committer = committer;
    this.books = books;
    this.configured = configured;
  }

  List<Audit> read() {
    return journal.read(
        view -> all(view).stream().map(to -> audit(to, view.counters(to.id()))).toList());
  }

  List<DeepAudit> recount() {
    return journal.read(AuditReader::all).stream().map(this::recount).toList();
  }

  /** CRMs first, and behind them what is brought for the sake of their entries. */
  private static List<DestinationRow> all(JournalView view) {
    return view.destinations().values().stream()
        .sorted(Comparator.comparing(DestinationRow::purpose))
        .toList();
  }

  private DeepAudit recount(DestinationRow to) {
    Optional<DeepAudit> result = Optional.empty();
    while (result.isEmpty()) {
      result =
          committer.commit(
              1,
              tx ->
                  books
                      .recount(tx, to, PAGE)
                      .map(recounted -> compare(to, tx.counters(to.id()), recounted)));
    }
    return result.get();
  }

  private DeepAudit compare(
      DestinationRow to, Map<String, Long> counters, Map<String, Long> recounted) {
    Map<String, Long> counted = new LinkedHashMap<>(counters);
    counted.remove(Counters.REPEATS);
    counted.keySet().removeIf(name -> Counters.goneFrom(name).isPresent());
    return new DeepAudit(audit(to, counters), withoutZeros(counted), withoutZeros(recounted));
  }

  private static Map<String, Long> withoutZeros(Map<String, Long> counts) {
    Map<String, Long> out = new TreeMap<>(counts);
    out.values().removeIf(count -> count == 0);
    return out;
  }

  private Audit audit(DestinationRow to, Map<String, Long> counters) {
    Optional<Destination> known = Optional.ofNullable(configured.get(to.name()));
    return new Audit(
        to.name(),
        known.map(one -> describe(to.purpose(), one.once())).orElse("not configured"),
        count(counters, Counters.RECEIVED),
        count(counters, Counters.WRITTEN),
        count(counters, Counters.PARKED),
        count(counters, Counters.IGNORED),
        count(counters, Counters.ERASED),
        count(counters, Counters.WAITING),
        count(counters, Counters.REPEATS),
        byRule(counters),
        known.map(Destination::stoppedBecause).orElse(Optional.of("not configured")));
  }

  static String describe(Purpose purpose, Once once) {
    return switch (purpose) {
      case ENTRY -> describe(once);
      case MEDIA -> "repeatable: fetched again until it is here";
      case FILE -> "none: a doubtful file is parked as 'may have been handed over'";
      case NAME -> "repeatable: asked again until there is an answer";
    };
  }

  private static String describe(Once once) {
    if (once instanceof Once.Confirmed confirmed) {
      return "confirmed: at most one copy per confirmed read, after " + confirmed.visibleAfter();
    }
    return once instanceof Once.Enforced
        ? "enforced: never twice"
        : "none: a doubtful entry is parked as 'may have been written'";
  }

  private static long count(Map<String, Long> counters, String name) {
    return counters.getOrDefault(name, 0L);
  }

  private static Map<String, Long> byRule(Map<String, Long> counters) {
    Map<String, Long> rules = new TreeMap<>();
    String prefix = Counters.ignoredBy("");
    counters.forEach(
        (name, count) -> {
          if (name.startsWith(prefix) && count != 0) {
            rules.put(name.substring(prefix.length()), count);
          }
        });
    return rules;
  }
}
