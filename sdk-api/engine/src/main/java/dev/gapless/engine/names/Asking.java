// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.names;

import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.SetupReport;
import dev.gapless.api.channel.Enricher;
import dev.gapless.api.crm.CrmCapabilities;
import dev.gapless.api.crm.CrmCapabilities.LanesInBatch;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.Once;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.engine.delivery.SideAdapter;
import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.Journal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks one channel for names, many in one question, each person once, and remembers the answer. */
final class Asking extends SideAdapter {
  /** As many as {@link Enricher#names} takes. */
  private static final int MOST = 100;

  private final Enricher enricher;
  private final Set<String> types;
  private final NameMemory memory;
  private final Journal journal;
  private final Committer committer;
  private final Clock clock;

  Asking(Enricher enricher, NameMemory memory, Journal journal, Committer committer, Clock clock) {
    super(new CrmCapabilities(MOST, LanesInBatch.ONE_ENTRY, new Once.Enforced(), 1));
    this.enricher = enricher;
    this.types = Set.copyOf(enricher.identifierTypes());
    this.memory = memory;
    this.journal = journal;
    this.committer = committer;
    this.clock = clock;
  }

  /** There is nothing that could be looked at without asking for somebody. */
  @Override
  public SetupReport checkSetup() {
    return SetupReport.ok();
  }

  @Override
  public Map<ItemKey, WriteOutcome> write(List<Entry> batch) {
    Map<Entry, Party> unknown = unknown(batch);
    Map<ItemKey, Party> wanted = distinct(unknown);
    Optional<Refusal> refusal = wanted.isEmpty() ? Optional.empty() : ask(wanted);
    Map<ItemKey, WriteOutcome> answer = new LinkedHashMap<>();
    for (Entry entry : batch) {
      answer.put(
          entry.key(),
          refusal
              .filter(no -> unknown.containsKey(entry))
              .map(WriteOutcome::refused)
              .orElseGet(() -> WriteOutcome.written(entry.refs())));
    }
    return answer;
  }

  private Map<Entry, Party> unknown(List<Entry> batch) {
    return journal.read(
        view -> {
          Map<Entry, Party> unknown = new LinkedHashMap<>();
          for (Entry entry : batch) {
            Nameless.in(entry.interaction(), types)
                .filter(
                    party ->
                        memory
                            .find(view, entry.key(), party)
                            .filter(known -> known.isFresh(clock.instant()))
                            .isEmpty())
                .ifPresent(party -> unknown.put(entry, party));
          }
          return unknown;
        });
  }

  private static Map<ItemKey, Party> distinct(Map<Entry, Party> unknown) {
    Map<Party, ItemKey> first = new LinkedHashMap<>();
    unknown.forEach((entry, party) -> first.putIfAbsent(party, entry.key()));
    Map<ItemKey, Party> wanted = new LinkedHashMap<>();
    first.forEach((party, key) -> wanted.put(key, party));
    return wanted;
  }

  private Optional<Refusal> ask(Map<ItemKey, Party> wanted) {
    Enricher.Answer answer = enricher.names(wanted);
    if (answer instanceof Enricher.Answer.Found found) {
      remember(wanted, found.names());
      return Optional.empty();
    }
    Refusal refusal = ((Enricher.Answer.Refused) answer).refusal();
    if (refusal.scope() == Refusal.Scope.CONNECTION) {
      return Optional.of(refusal);
    }
    if (wanted.size() == 1 && !refusal.category().retryable()) {
      // It will never be answered, which is an answer.
      remember(wanted, Map.of());
      return Optional.empty();
    }
    return Optional.of(wanted.size() > 1 ? ofAll(refusal) : refusal);
  }

  /** Nobody knows who of them is meant: fewer are asked for, until it is one. */
  private static Refusal ofAll(Refusal refusal) {
    return new Refusal(
        refusal.category(),
        Refusal.Scope.BATCH,
        refusal.retryAfter(),
        refusal.code(),
        refusal.detail());
  }

  private void remember(Map<ItemKey, Party> wanted, Map<ItemKey, String> names) {
    committer.commit(
        wanted.size(),
        tx -> {
          wanted.forEach(
              (key, party) ->
                  memory.remember(
                      tx, key, party, Optional.ofNullable(names.get(key)), clock.instant()));
          return wanted.size();
        });
  }
}
